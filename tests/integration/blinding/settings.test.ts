import { beforeEach, expect, it } from "vitest";
import { rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { addArticle, addMember, addTarget, assign, makeProject, spanOver, type TestArticle, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();

const TEXT = "Headline\nThe council bungled it.";
let project: string, lead: TestMember, ann: TestMember, bob: TestMember, article: TestArticle, target: string;
const base = () => `/projects/${project}`;
const set = (change: object, version = 1) => call(lead, "PATCH", base(), { version, ...change });
const submit = async (who: TestMember, id: string) => {
  await call(who, "PUT", `${base()}/assignments/${id}/judgements/${target}`, { version: 0, value: -1 });
  return call(who, "POST", `${base()}/assignments/${id}/submit`, { version: 1, confirmEmpty: true });
};
const revealedAt = async () => (await rows<{ at: Date | null }>("SELECT revealed_at AS at FROM project WHERE id = $1", [project]))[0]?.at ?? null;
const peers = async (who: TestMember) => (await call(who, "GET", `${base()}/articles/${article.articleId}/spans`)).body["items"].filter((one: { memberId: string }) => one.memberId !== who.memberId).length;

beforeEach(async () => {
  project = await makeProject();
  [lead, ann, bob] = [await addMember(project, "coordinator"), await addMember(project, "annotator"), await addMember(project, "annotator")];
  article = await addArticle(project, TEXT);
  target = await addTarget(project, "Council");
});

it("takes the four ways for a study and shows them to every member", async () => {
  for (const [i, reveal] of ["never", "after_all", "by_coordinator", "own_submission"].entries()) expect((await set({ reveal }, i + 1)).body).toMatchObject({ reveal });
  expect((await set({ sourceBlind: true, sourceReveal: "own_submission" }, 5)).body).toMatchObject({ sourceBlind: true, sourceReveal: "own_submission", version: 6 });
  expect((await call(ann, "GET", base())).body).toMatchObject({ reveal: "own_submission", sourceBlind: true });
  expect((await set({ reveal: "sometimes" }, 6)).status).toBe(422);
});

it("takes two of them for a class", async () => {
  project = await makeProject({ kind: "class" });
  lead = await addMember(project, "coordinator");
  expect((await set({ reveal: "never" })).status).toBe(200);
  for (const reveal of ["after_all", "own_submission"]) {
    const refused = await set({ reveal }, 2);
    expect([refused.status, refused.body["errors"][0].path, refused.body["detail"]]).toEqual([422, "/reveal", expect.stringContaining("class")]);
  }
});

it("refuses to show by itself what was promised hidden once work has begun, and says what to do instead", async () => {
  await set({ sourceBlind: true });
  const id = await assign(ann, article);
  expect((await set({ sourceBlind: false }, 2)).status).toBe(200);
  expect((await set({ sourceBlind: true }, 3)).status).toBe(200);
  await call(ann, "POST", `${base()}/assignments/${id}/spans`, spanOver(article, "bungled", target));
  for (const change of [{ sourceBlind: false }, { sourceReveal: "own_submission" }, { reveal: "own_submission" }]) {
    const refused = await set(change, 4);
    expect([refused.status, refused.body["detail"]]).toEqual([422, expect.stringContaining("use the reveal")]);
  }
  expect((await set({ reveal: "never" }, 4)).status).toBe(200);
});

it("shows others’ marks of an article to whoever submitted it, where it says so", async () => {
  await set({ reveal: "own_submission" });
  const [mine, theirs] = [await assign(ann, article), await assign(bob, article)];
  await call(bob, "POST", `${base()}/assignments/${theirs}/spans`, spanOver(article, "bungled", target));
  await submit(bob, theirs);
  expect(await peers(ann)).toBe(0);
  await submit(ann, mine);
  expect([await peers(ann), await revealedAt()]).toEqual([1, null]);
  expect(await rows("SELECT peers_seen_at IS NOT NULL AS seen FROM assignment WHERE id = $1", [mine])).toEqual([{ seen: true }]);
});

it("shows everything with the last submission, practice, archived articles and people who left aside", async () => {
  await set({ reveal: "after_all", sourceBlind: true });
  const gone = await addMember(project, "annotator");
  const [practice, archived] = [await assign(ann, await addArticle(project, TEXT)), await addArticle(project, TEXT)];
  await rows("UPDATE assignment SET phase = 'practice' WHERE id = $1", [practice]);
  await assign(bob, archived);
  await rows("UPDATE article SET state = 'archived' WHERE id = $1", [archived.articleId]);
  await assign(gone, article);
  await rows("UPDATE member SET state = 'removed', removed_at = now() WHERE id = $1", [gone.memberId]);
  const [mine, theirs] = [await assign(ann, article), await assign(bob, article)];
  await submit(ann, mine);
  expect([await revealedAt(), await peers(bob)]).toEqual([null, 0]);
  expect((await submit(bob, theirs)).status).toBe(200);
  expect(await revealedAt()).not.toBeNull();
  expect(await rows("SELECT count(*)::int AS unseen FROM assignment WHERE source_seen_at IS NULL")).toEqual([{ unseen: 0 }]);
  expect(await rows("SELECT detail FROM audit_entry WHERE action = 'project.revealed'")).toEqual([{ detail: { because: "after_all" } }]);
});

it("waits for places left in a pool before everything is shown", async () => {
  await set({ reveal: "after_all" });
  const batch = (await rows<{ id: string }>("INSERT INTO assignment_batch (project_id, id, strategy, phase, seed) VALUES ($1, gen_random_uuid(), 'pool', 'main', 's') RETURNING id", [project]))[0]!.id;
  await rows("INSERT INTO pool_item (project_id, id, batch_id, work_id, article_id, quota, taken) VALUES ($1, gen_random_uuid(), $2, $3, $4, 2, 1)", [project, batch, article.workId, article.articleId]);
  await submit(ann, await assign(ann, article));
  expect(await revealedAt()).toBeNull();
  await rows("UPDATE pool_item SET taken = 2");
  await submit(bob, await assign(bob, article));
  expect(await revealedAt()).not.toBeNull();
});

it("finds one last among many submissions at once", async () => {
  await set({ reveal: "after_all" });
  const people = await Promise.all(Array.from({ length: 8 }, () => addMember(project, "annotator")));
  const work = [];
  for (const who of people) work.push({ who, id: await assign(who, article) });
  const answers = await Promise.all(work.map(({ who, id }) => submit(who, id)));
  expect(new Set(answers.map((one) => one.status))).toEqual(new Set([200]));
  expect(await revealedAt()).not.toBeNull();
  expect(await rows("SELECT action FROM audit_entry WHERE action = 'project.revealed'")).toHaveLength(1);
});

it("changes nothing after the reveal", async () => {
  await call(lead, "POST", `${base()}/reveal`, { version: 1 });
  for (const change of [{ sourceBlind: true }, { reveal: "never" }]) expect((await set(change, 2)).status).toBe(422);
  expect((await set({ name: "Another", reveal: "by_coordinator" }, 2)).status).toBe(200);
});
