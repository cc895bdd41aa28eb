import { beforeAll, describe, expect, it } from "vitest";
import { refreshArticles } from "@/lib/annotations/server/rollup/refresh";
import { onBehalfOf, operator } from "@/lib/accounts/server/actor";
import { invariant } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { rows, transaction } from "@/lib/platform/database";
import { type Answer, call } from "@/tests/factories/call";
import { addArticle, addMember, addOutlet, addTarget, assign, makeProject, spanOver, type TestArticle, type TestMember } from "@/tests/factories/world";
import { truncateAll } from "@/tests/support/database";

const TEXT = "Ferries beat the town hall\nThe council bungled the closure, traders said on Friday.\nA bold mayor, they said, and a timid one.";
const VOICES = ["own", "quoted", "embedded", "none"] as const;
const FRAMINGS = ["advocacy", "neutral", "critical"] as const;

let project: string, ann: TestMember, bob: TestMember, observer: TestMember, coordinator: TestMember;
let tern: string, quay: string, mayor: string, council: string, work: string;
const base = () => `/projects/${project}/stance`;

type Mark = [quote: string, target: string, codes?: Record<string, unknown>];

async function read(who: TestMember, article: TestArticle, marks: Mark[], judgements: Record<string, unknown> = {}, more: { submit?: boolean } = {}): Promise<string> {
  const id = await assign(who, article);
  const path = `/projects/${project}/assignments/${id}`;
  for (const [quote, target, codes] of marks) expect((await call(who, "POST", `${path}/spans`, spanOver(article, quote, target, codes))).status).toBe(201);
  for (const target of [mayor, council]) await call(who, "PUT", `${path}/judgements/${target}`, { version: 0, value: judgements[target] ?? "not_addressed" });
  if (more.submit !== false) expect((await call(who, "POST", `${path}/submit`, { version: 1, confirmEmpty: true })).status).toBe(200);
  return id;
}

beforeAll(async () => {
  await truncateAll();
  project = await makeProject();
  [ann, bob] = [await addMember(project, "annotator"), await addMember(project, "annotator")];
  [observer, coordinator] = [await addMember(project, "observer"), await addMember(project, "coordinator")];
  [tern, quay] = [await addOutlet(project, "The Daily Tern"), await addOutlet(project, "Quay Standard")];
  [mayor, council] = [await addTarget(project, "Mayor"), await addTarget(project, "Council")];
  const original = await addArticle(project, TEXT, { outletId: tern, publisherId: tern });
  work = original.workId;
  const copy = await addArticle(project, TEXT, { outletId: tern, publisherId: quay, workId: work });
  const unknown = await addArticle(project, TEXT);
  const silent = await addArticle(project, TEXT, { outletId: quay, publisherId: quay });
  await rows("UPDATE article SET own_voice_code_points = 0 WHERE id = $1", [silent.articleId]);
  await read(ann, original, [["bungled", council], ["traders said", council, { framing: "neutral", voice: "quoted", attribution: "reported" }], ["bold", mayor, { framing: "advocacy" }], ["timid", mayor, { directness: "indirect" }]]);
  await read(bob, original, [["council bungled", council], ["on Friday", council, { voice: null }]], { [council]: -2 });
  await read(ann, copy, [["Ferries beat", council, { framing: "critical" }], ["beat the town hall", mayor, { framing: "advocacy" }], ["timid", mayor]]);
  await read(bob, copy, [["bungled", council, { framing: "neutral" }], ["hall\nThe council", council]], { [council]: 0 });
  await read(ann, unknown, [["bold", mayor, { framing: "advocacy", voice: "embedded" }], ["bungled", council]]);
  await read(bob, unknown, [["bungled", council]], {}, { submit: false });
  await read(bob, silent, [["bungled", council]]);
  const practice = await read(ann, silent, [["bungled", council]], {}, { submit: false });
  await rows("UPDATE assignment SET phase = 'practice', state = 'submitted', submitted_at = now() WHERE id = $1", [practice]);
});

/** What a change of outlets or publishers calls. */
async function refresh(): Promise<void> {
  const actor = await onBehalfOf(operator(), project, coordinator.memberId);
  invariant(actor, "the coordinator is a member");
  const articles = await rows<{ id: string }>("SELECT id FROM article");
  await transaction((tx) => refreshArticles(actor, articles.map((one) => one.id), tx));
}

const get = async (query = "", who = observer) => call(who, "GET", `${base()}${query}`);
const cellOf = (body: Answer["body"], outletId: string, targetId: string) => body["cells"].find((one: { groupId: string; targetId: string }) => one.groupId === outletId && one.targetId === targetId);

describe("who sees figures", () => {
  it("gives an annotator before the reveal the same nothing as for what does not exist", async () => {
    const nothing = await call(ann, "GET", `/projects/${newId()}/stance`);
    for (const path of [base(), `${base()}.csv`, `${base()}/spans?outlet=${tern}&target=${council}`, `${base()}/card?outlet=${tern}&target=${council}`, `${base()}/sensitivity?outlet=${tern}&target=${council}`, `${base()}/works?outlet=${tern}&target=${council}`, `${base()}/works.csv?outlet=${tern}&target=${council}`, `${base()}/differences?outlet=${tern}&other=${quay}&target=${council}`, `${base()}/kept`, `${base()}/kept/${newId()}`, `${base()}?voice=nobody`]) {
      const answer = await call(ann, "GET", path);
      expect([answer.status, { ...answer.body, requestId: "" }]).toEqual([404, { ...nothing.body, requestId: "" }]);
    }
    expect((await get("", coordinator)).status).toBe(200);
  });
});

describe("figures", () => {
  it("counts submitted, direct marks with a voice, by outlet without the publisher's own words", async () => {
    const { body } = await get();
    expect(body["filters"]["articlesRead"]).toBe(4);
    expect(cellOf(body, tern, council)).toMatchObject({ articles: 2, works: 1, annotators: 2, counts: { own: { advocacy: 0, neutral: 1, critical: 3 }, quoted: { neutral: 1 } } });
    expect(cellOf(body, tern, mayor).counts.own).toEqual({ advocacy: 1, neutral: 0, critical: 1 });
    expect(cellOf(body, tern, mayor).points).toEqual([{ workId: work, value: 0 }]);
    expect(cellOf(body, tern, council).figure).toMatchObject({ works: 1, sharedWorks: 1, mean: { value: null, reason: "fewer_than_three_works" }, status: { level: "not_enough" } });
  });

  it("adds the publisher's words by publisher, in the counts and in the means", async () => {
    const { body } = await get("?by=publisher");
    expect(cellOf(body, quay, council).counts.own).toEqual({ advocacy: 0, neutral: 1, critical: 3 });
    expect(cellOf(body, quay, mayor).counts.own).toEqual({ advocacy: 1, neutral: 0, critical: 1 });
    expect(cellOf(body, quay, mayor).points).toEqual([{ workId: work, value: 0 }]);
    // In the copy Ann's mean toward the council is −1 (her headline mark alone), Bob's −.5: one of his two reaches beyond the headline.
    expect(cellOf(body, quay, council).points.map((one: { value: number }) => one.value).sort()).toEqual([-0.75, -1]);
  });

  it("has no rate where no word is the outlet's own", async () => {
    const { body } = await get();
    expect(cellOf(body, quay, council).rate).toMatchObject({ works: 0, mean: { value: null, reason: "no_works" } });
    expect(cellOf(body, tern, council).rate).toMatchObject({ works: 1, mean: { value: null, reason: "fewer_than_three_works" } });
  });

  it("lists works of unknown outlet singly, and pools them in none", async () => {
    const { body } = await get();
    expect(body["singles"].map((one: { targetId: string; counts: object }) => [one.targetId, one.counts])).toEqual(
      [
        [mayor, { own: { advocacy: 0, neutral: 0, critical: 0 }, quoted: { advocacy: 0, neutral: 0, critical: 0 }, embedded: { advocacy: 1, neutral: 0, critical: 0 }, none: { advocacy: 0, neutral: 0, critical: 0 } }],
        [council, { own: { advocacy: 0, neutral: 0, critical: 1 }, quoted: { advocacy: 0, neutral: 0, critical: 0 }, embedded: { advocacy: 0, neutral: 0, critical: 0 }, none: { advocacy: 0, neutral: 0, critical: 0 } }],
      ].sort(),
    );
  });

  it("narrows to targets that exist, and refuses others with the name of the field", async () => {
    const { body } = await get(`?target=${mayor}`);
    expect(new Set(body["cells"].map((one: { targetId: string }) => one.targetId))).toEqual(new Set([mayor]));
    expect((await get(`?target=${mayor},${newId()}`)).body).toMatchObject({ status: 422, errors: [{ path: "/target" }] });
    expect((await get("?target=x")).status).toBe(422);
    expect((await get("?colour=red")).status).toBe(422);
  });

  it("leaves archived articles out, and finds merged outlets under their new name", async () => {
    await rows("UPDATE outlet SET merged_into_id = $2 WHERE id = $1", [quay, tern]);
    await refresh();
    const merged = await get();
    expect([...new Set(merged.body["cells"].map((one: { groupId: string }) => one.groupId))]).toEqual([tern]);
    expect(cellOf(merged.body, tern, council).articles).toBe(3);
    expect((await get(`/spans?outlet=${tern}&target=${council}&in=own`)).body["total"]).toBe(cellOf(merged.body, tern, council).spans - 2);
    await rows("UPDATE outlet SET merged_into_id = NULL WHERE id = $1", [quay]);
    await refresh();
    await rows("UPDATE article SET state = 'archived' WHERE outlet_id = $1", [quay]);
    await refresh();
    const archived = await get();
    expect(cellOf(archived.body, quay, council)).toBeUndefined();
    await rows("UPDATE article SET state = 'active'");
    await refresh();
  });
});

describe("the spans behind a number", () => {
  it.each(["outlet", "publisher"])("are as many as the number says, by %s, for every cell, voice and framing", async (by) => {
    const { body } = await get(`?by=${by}`);
    let seen = 0;
    const check = async (basis: { targetId: string; spans: number; counts: Record<string, Record<string, number>> }, whose: string) => {
      const list = async (more: string) => (await get(`/spans?by=${by}&voice=all&${whose}&target=${basis.targetId}${more}`)).body;
      expect((await list(""))["total"]).toBe(basis.spans);
      for (const voice of VOICES)
        for (const framing of FRAMINGS) {
          const found = await list(`&in=${voice}&framing=${framing}`);
          expect([whose, voice, framing, found["total"], found["items"].length]).toEqual([whose, voice, framing, basis.counts[voice]?.[framing], basis.counts[voice]?.[framing]]);
          for (const item of found["items"]) expect(item).toMatchObject({ voice: voice === "none" ? null : voice, framing });
          seen += found["items"].length;
        }
    };
    for (const cell of body["cells"]) await check(cell, `outlet=${cell.groupId}`);
    for (const single of body["singles"]) {
      await check(single, `work=${single.workId}`);
      await check(single, `article=${single.articleIds[0]}`);
    }
    expect(seen).toBeGreaterThan(8);
  });

  it("come page by page, each once, in the order of article and text, under pseudonyms", async () => {
    const path = `/spans?by=publisher&voice=all&outlet=${quay}&target=${council}`;
    const whole = (await get(path)).body;
    const ids: string[] = [];
    let cursor = "";
    do {
      const page = (await get(`${path}&limit=1${cursor}`)).body;
      ids.push(...page["items"].map((one: { id: string }) => one.id));
      cursor = page["next"] === null ? "" : `&cursor=${page["next"]}`;
    } while (cursor !== "");
    expect(ids).toEqual(whole["items"].map((one: { id: string }) => one.id));
    expect(new Set(whole["items"].map((one: { annotator: string }) => one.annotator)).size).toBe(2);
    expect(whole["items"][0]).toMatchObject({ publishers: true, parts: [{ quote: "Ferries beat" }] });
    expect((await get(`${path}&cursor=nonsense`)).status).toBe(422);
    expect((await get(`/spans?target=${council}`)).status).toBe(422);
  });
});

describe("the table as CSV", () => {
  it("has a row for each outlet and work, counts as numbers, and an honest status", async () => {
    const answer = await get(`.csv?target=${council}`);
    const lines = answer.text.split("\r\n").filter((line) => !/^\uFEFF?#/u.test(line));
    expect(answer.text).toContain("# voice: own\r\n");
    expect([lines.length, lines.at(-1)]).toEqual([5, ""]);
    expect(lines.filter((line) => line.includes("not_enough"))).toHaveLength(2);
    expect(lines.find((line) => line.includes("Tern"))).toMatch(/^Council,[0-9a-f-]+,outlet,The Daily Tern,[0-9a-f-]+,not_enough,2,1,2,1,0,6,,,,3,1,0,0,1,0,/u);
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="Project-\d+-stance.csv"/u);
  });
});

describe("the stored counts", () => {
  it("stay the same when written anew, and follow a change of publisher", async () => {
    const all = () => rows("SELECT * FROM rollup_article ORDER BY article_id, target_id");
    const before = await all();
    await refresh();
    expect(await all()).toEqual(before);
    expect(await rows("SELECT count(*)::int AS n FROM rollup_article WHERE publisher_critical + publisher_neutral + publisher_advocacy > 0")).toEqual([{ n: 2 }]);
    for (const { id, version } of await rows<{ id: string; version: number }>("SELECT id, version FROM article WHERE outlet_id <> publisher_id"))
      expect((await call(coordinator, "PATCH", `/projects/${project}/articles/${id}`, { version, publisherId: tern })).status).toBe(200);
    expect(await rows("SELECT count(*)::int AS n FROM rollup_article WHERE publisher_critical + publisher_neutral + publisher_advocacy > 0")).toEqual([{ n: 0 }]);
  });
});

describe("after the reveal", () => {
  it("an annotator sees the figures that the others see", async () => {
    const project_ = (await call(coordinator, "GET", `/projects/${project}`)).body;
    await call(coordinator, "POST", `/projects/${project}/reveal`, { version: project_["version"] });
    const seen = async (who: TestMember) => ({ ...(await get("", who)).body, at: "" });
    expect(await seen(ann)).toEqual(await seen(observer));
    expect((await get(`/spans?outlet=${tern}&target=${council}`, ann)).status).toBe(200);
  });
});
