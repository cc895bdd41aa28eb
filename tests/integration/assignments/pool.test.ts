import { beforeEach, describe, expect, it } from "vitest";
import { anonymous, job } from "@/lib/accounts/server/actor";
import { returnAbandoned } from "@/lib/assignments/server/abandoned";
import { newId } from "@/lib/kernel/id";
import { row, rows } from "@/lib/platform/database";
import { checkData } from "@/scripts/check/run";
import { call } from "@/tests/factories/call";
import { addArticle, addMember, addTarget, makeProject, spanOver, type TestArticle, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();
let lead: TestMember;
let path: string;
const people = async (n: number): Promise<TestMember[]> => {
  const list: TestMember[] = [];
  for (let i = 0; i < n; i++) list.push(await addMember(lead.projectId, "annotator"));
  return list;
};
const articles = async (n: number): Promise<TestArticle[]> => {
  const list: TestArticle[] = [];
  for (let i = 0; i < n; i++) list.push(await addArticle(lead.projectId, `Article ${i}\nThe mayor ${i}`));
  return list;
};
const pool = async (wish: Record<string, unknown> = {}) => {
  const body = { strategy: "pool", perWork: 2, ...wish };
  const shown = (await call(lead, "POST", `${path}/plan`, body)).body;
  const made = await call(lead, "POST", `${path}/batches`, { ...body, seed: shown["seed"], digest: shown["digest"] });
  expect(made.status).toBe(201);
  return made.body;
};
const take = (who: TestMember, op?: string) => call(who, "POST", `${path}/take`, {}, op ? { op } : {});
const mine = async (who: TestMember) => (await call(who, "GET", `${path}/mine`)).body;
const places = () => rows<{ quota: number; taken: number; standing: number }>(
  `SELECT p.quota, p.taken, (SELECT count(*)::int FROM assignment s JOIN article a ON a.id = s.article_id WHERE s.batch_id = p.batch_id AND a.work_id = p.work_id AND s.state <> 'withdrawn') AS standing FROM pool_item p ORDER BY p.id`);
const agree = async () => {
  for (const place of await places()) expect(place.taken).toBe(place.standing);
};

beforeEach(async () => {
  lead = await addMember(await makeProject(), "coordinator");
  path = `/projects/${lead.projectId}/assignments`;
});

describe("taking the next article", () => {
  it("is for members only, and says when there is no pool", async () => {
    const [ada] = await people(1);
    expect((await call(null, "POST", `${path}/take`)).status).toBe(401);
    expect((await call(await addMember(await makeProject(), "annotator"), "POST", `${path}/take`)).status).toBe(404);
    expect((await call(await addMember(lead.projectId, "observer"), "POST", `${path}/take`)).status).toBe(403);
    expect((await take(ada!)).body).toEqual({ assignmentId: null, reason: "no_pool" });
  });

  it("hands out every work to as many people as it needs, however many ask at once", async () => {
    const crowd = await people(20);
    await articles(6);
    await pool({ perWork: 3 });
    const all: { who: number; id: string | null; reason: string | null }[] = [];
    await Promise.all(crowd.map(async (who, n) => {
      for (let i = 0; i < 3; i++) {
        const answer = await take(who);
        expect(answer.status).toBe(200);
        all.push({ who: n, id: answer.body["assignmentId"], reason: answer.body["reason"] });
      }
    }));
    expect(all.filter(({ id }) => id !== null)).toHaveLength(18);
    expect(all.filter(({ id }) => id === null).every(({ reason }) => reason === "nothing_left")).toBe(true);
    expect(await places()).toEqual(Array.from({ length: 6 }, () => ({ quota: 3, taken: 3, standing: 3 })));
    expect(await row("SELECT count(*)::int AS n FROM (SELECT 1 FROM assignment s JOIN article a ON a.id = s.article_id GROUP BY s.member_id, a.work_id HAVING count(*) > 1) x")).toEqual({ n: 0 });
    expect(await row("SELECT sum(n)::int AS n FROM rollup_progress")).toEqual({ n: 18 });
  });

  it("gives one person who asks many times at once different works, and never two copies of one", async () => {
    const [ada] = await people(1);
    const [first] = await articles(3);
    await addArticle(lead.projectId, "Article 0 again\nThe mayor 0", { workId: first!.workId });
    await pool();
    await pool({ phase: "pilot" });
    const answers = await Promise.all(Array.from({ length: 8 }, () => take(ada!)));
    const ids = answers.map((answer) => answer.body["assignmentId"]).filter((id) => id !== null);
    expect([ids.length, new Set(ids).size]).toEqual([3, 3]);
    const op = newId();
    const [one, same] = [await take(lead, op), await take(lead, op)];
    expect([one.text === same.text, (await mine(lead))["items"].length]).toEqual([true, 1]);
  });

  it("counts whoever had a copy, leaves out archived articles, and tells nobody how many others took", async () => {
    const [ada, ben, cy] = await people(3);
    const [first, second] = await articles(2);
    await call(lead, "POST", path, { articleIds: [first!.articleId], memberIds: [ada!.memberId] });
    await pool({ perWork: 2 });
    expect((await places()).map(({ quota }) => quota).toSorted()).toEqual([1, 2]);
    await rows("UPDATE article SET state = 'archived' WHERE id = $1", [second!.articleId]);
    expect((await take(ada!)).body["reason"]).toBe("nothing_left");
    const before = (await call(cy!, "GET", `${path}/mine`)).text;
    expect((await take(ben!)).body["assignmentId"]).not.toBeNull();
    expect((await call(cy!, "GET", `${path}/mine`)).text).toBe(before);
    expect(JSON.parse(before)).toMatchObject({ pool: true, items: [] });
    expect((await take(cy!)).body).toEqual({ assignmentId: null, reason: "nothing_left" });
  });

  it("asks for practice first where the project does, and opens only to those who are named", async () => {
    const [ada, ben] = await people(2);
    await articles(2);
    await rows("UPDATE project SET practice_threshold = 0.5 WHERE id = $1", [lead.projectId]);
    await pool({ memberIds: [ada!.memberId] });
    expect((await take(ada!)).body).toEqual({ assignmentId: null, reason: "practice_first" });
    expect((await take(ben!)).body).toEqual({ assignmentId: null, reason: "no_pool" });
    await rows("UPDATE member SET qualified_at = now() WHERE id = $1", [ada!.memberId]);
    expect((await take(ada!)).body["assignmentId"]).not.toBeNull();
  });
});

describe("giving to somebody else", () => {
  it("keeps the marks, moves the place of a pool, and is refused where it cannot be", async () => {
    const [ada, ben, cy] = await people(3);
    const [article] = await articles(1);
    const observer = await addMember(lead.projectId, "observer");
    await pool({ perWork: 2, dueOn: "2099-05-01" });
    const id = (await take(ada!)).body["assignmentId"];
    await call(ada!, "POST", `${path}/${id}/spans`, spanOver(article!, "mayor", await addTarget(lead.projectId, "Mayor", false)));
    const give = (memberId: string, version = 2, of = id, who: TestMember | null = lead) => call(who, "POST", `${path}/${of}/reassign`, { version, memberId });
    expect((await give(ben!.memberId, 2, id, null)).status).toBe(401);
    expect((await give(ben!.memberId, 2, id, await addMember(await makeProject(), "coordinator"))).status).toBe(404);
    expect((await give(ben!.memberId, 2, id, ada)).status).toBe(403);
    expect((await give(ben!.memberId, 1)).body).toMatchObject({ code: "conflict", current: { id, version: 2, state: "in_progress" } });
    for (const wrong of [observer.memberId, newId(), ada!.memberId]) expect((await give(wrong)).body["errors"]?.[0]?.path).toBe("/memberId");
    const given = await give(ben!.memberId);
    expect([given.status, given.body]).toEqual([200, expect.objectContaining({ memberId: ben!.memberId, articleId: article!.articleId, state: "assigned", dueOn: "2099-05-01" })]);
    expect(await row("SELECT state FROM assignment WHERE id = $1", [id])).toEqual({ state: "withdrawn" });
    expect(await row("SELECT count(*)::int AS n FROM span WHERE deleted_at IS NULL")).toEqual({ n: 1 });
    expect(await places()).toEqual([{ quota: 2, taken: 1, standing: 1 }]);
    expect(await rows("SELECT member_id, state, n FROM rollup_progress WHERE n <> 0")).toEqual([{ member_id: ben!.memberId, state: "assigned", n: 1 }]);
    const next = given.body["id"];
    expect((await call(ben!, "POST", `${path}/${next}/submit`, { version: 1, confirmEmpty: true })).status).toBe(200);
    const version = (await row<{ version: number }>("SELECT version FROM assignment WHERE id = $1", [next]))!.version;
    expect((await give(cy!.memberId, version, next)).body["detail"]).toContain("is submitted");
  });

  it("sets and clears due dates, and withdraws one, with the version that was seen", async () => {
    const [ada] = await people(1);
    await articles(1);
    await pool();
    const id = (await take(ada!)).body["assignmentId"];
    const due = (version: number, dueOn: unknown) => call(lead, "PATCH", `${path}/${id}`, { version, dueOn });
    expect((await due(1, "2099-01-01")).body).toMatchObject({ dueOn: "2099-01-01", version: 2 });
    expect((await due(1, null)).status).toBe(409);
    expect((await due(2, "soon")).status).toBe(422);
    expect((await due(2, null)).body).toMatchObject({ dueOn: null, version: 3 });
    expect((await call(lead, "DELETE", `${path}/${id}`, { version: 3 })).body).toMatchObject({ state: "withdrawn", version: 4 });
    expect((await call(lead, "DELETE", `${path}/${id}`, { version: 4 })).status).toBe(409);
    await agree();
    // Whoever had it may take it again, where it stood.
    expect((await take(ada!)).body["assignmentId"]).toBe(id);
    await agree();
  });
});

describe("whoever goes", () => {
  it("leaves what is open to others and what is submitted to the study", async () => {
    const [ada, ben, cy] = await people(3);
    await articles(3);
    await pool({ perWork: 1 });
    const taken: string[] = [];
    for (let i = 0; i < 3; i++) taken.push((await take(ada!)).body["assignmentId"]);
    await call(ada!, "POST", `${path}/${taken[0]}/submit`, { version: 1, confirmEmpty: true });
    const { version } = (await call(lead, "GET", `/projects/${lead.projectId}/members`)).body["items"].find((one: { id: string }) => one.id === ada!.memberId);
    const [removed, ...others] = await Promise.all([call(lead, "DELETE", `/projects/${lead.projectId}/members/${ada!.memberId}`, { version }), take(ada!), take(ben!)]);
    expect(removed.status).toBe(200);
    expect(others.every((answer) => [200, 401, 403, 404].includes(answer.status))).toBe(true);
    expect((await rows<{ state: string }>("SELECT state FROM assignment WHERE member_id = $1 ORDER BY state", [ada!.memberId])).map(({ state }) => state)).toEqual(["submitted", "withdrawn", "withdrawn"]);
    await agree();
    await take(ben!);
    await take(ben!);
    expect(await row("SELECT sum(quota - taken)::int AS left FROM pool_item")).toEqual({ left: 0 });
    expect((await call(ben!, "POST", `/projects/${lead.projectId}/leave`)).status).toBe(200);
    expect((await take(cy!)).body["assignmentId"]).not.toBeNull();
    await agree();
    expect(await checkData(process.env["DATABASE_URL"] ?? "")).toEqual([]);
    await rows("UPDATE pool_item SET taken = 0");
    expect((await checkData(process.env["DATABASE_URL"] ?? "")).map(({ name }) => name)).toEqual(["places of pools that are taken are the assignments that stand"]);
  });
});

describe("abandoned work", () => {
  const hours = (n: number) => rows("UPDATE rate_limit SET points = (extract(epoch FROM now()) / 60)::int - $1 WHERE key = 'job return-abandoned'", [n * 60]);

  it("goes back to the pool after the days that the project says, with its marks kept", async () => {
    const [ada, ben, cy, dot] = await people(4);
    const [article] = await articles(1);
    const target = await addTarget(lead.projectId, "Mayor");
    expect((await call(lead, "PATCH", `/projects/${lead.projectId}`, { version: 1, abandonAfterDays: 7 })).body).toMatchObject({ abandonAfterDays: 7 });
    await pool({ perWork: 4 });
    const ids: string[] = [];
    for (const who of [ada!, ben!, cy!, dot!]) ids.push((await take(who)).body["assignmentId"]);
    for (const [who, id] of [[ben!, ids[1]], [cy!, ids[2]]] as const) expect((await call(who, "POST", `${path}/${id}/spans`, spanOver(article!, "mayor", target))).status).toBe(201);
    // By hand is not from a pool, and stays.
    await articles(1);
    await call(lead, "POST", path, { all: true, memberIds: [ada!.memberId] });
    await rows("UPDATE assignment SET opened_at = now() - interval '8 days' WHERE member_id <> $1", [dot!.memberId]);
    await rows("UPDATE span SET updated_at = now() - interval '8 days' WHERE member_id = $1", [ben!.memberId]);

    expect(await returnAbandoned(job())).toEqual({ returned: 0, skipped: "first run" });
    expect(await returnAbandoned(anonymous("192.0.2.1"))).toEqual({ returned: 0, skipped: null });
    for (const gap of [25, -3]) {
      await hours(gap);
      expect(await returnAbandoned(job())).toEqual({ returned: 0, skipped: "clock jumped" });
    }
    await hours(1);
    expect(await returnAbandoned(job())).toEqual({ returned: 2, skipped: null });
    const states = await rows<{ id: string; state: string }>("SELECT id, state FROM assignment WHERE id = ANY($1::uuid[])", [ids]);
    expect(ids.map((id) => states.find((one) => one.id === id)?.state)).toEqual(["withdrawn", "withdrawn", "in_progress", "assigned"]);
    expect(await row("SELECT count(*)::int AS n FROM span WHERE deleted_at IS NULL")).toEqual({ n: 2 });
    expect(await row("SELECT count(*)::int AS n FROM audit_entry WHERE action = 'assignments.abandoned'")).toEqual({ n: 1 });
    await agree();
    await hours(1);
    expect(await returnAbandoned(job())).toEqual({ returned: 0, skipped: null });
    expect((await take(ben!)).body["assignmentId"]).toBe(ids[1]);
    await hours(1);
    expect(await returnAbandoned(job())).toEqual({ returned: 0, skipped: null });
  });

  it("stays where the project says nothing", async () => {
    const [ada] = await people(1);
    await articles(1);
    await pool();
    await take(ada!);
    await rows("UPDATE assignment SET opened_at = now() - interval '400 days'");
    await returnAbandoned(job());
    await hours(1);
    expect(await returnAbandoned(job())).toEqual({ returned: 0, skipped: null });
    expect((await call(lead, "PATCH", `/projects/${lead.projectId}`, { version: 1, abandonAfterDays: 0 })).status).toBe(422);
  });
});
