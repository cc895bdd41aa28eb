import { beforeEach, describe, expect, it } from "vitest";
import { row, rows } from "@/lib/platform/database";
import { newId } from "@/lib/kernel/id";
import { call } from "@/tests/factories/call";
import { makeLesson, type LessonWorld } from "@/tests/factories/lesson";
import { addArticle, spanOver } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();
let world: LessonWorld, at: string;
type Plan = Record<string, unknown> & { version: number; articles: { articleId: string; blockOrdinals: number[] }[]; targets: { id?: string; name: string }[] };
const planNow = async (): Promise<Plan> => {
  const { body } = await call(world.teacher, "GET", at);
  return { version: body["version"], name: "Room 14", event: body["event"], steps: body["steps"], asksVoice: false, exitQuestion: "", sourceHidden: body["sourceHidden"], articles: body["articles"].map(({ articleId, blockOrdinals }: Plan["articles"][0]) => ({ articleId, blockOrdinals })), targets: body["targets"] };
};
const put = (plan: object) => call(world.teacher, "PUT", at, plan);
const mark = async (): Promise<void> => {
  const [pupil, article] = [world.pupils[0]!, world.articles[0]!];
  expect((await call(pupil, "POST", `/projects/${world.projectId}/assignments/${await world.assignmentOf(pupil, article)}/spans`, spanOver(article, "dodging questions", world.targetId, { voice: null }))).status).toBe(201);
};

beforeEach(async () => {
  world = await makeLesson();
  at = `/projects/${world.projectId}/lesson`;
});

describe("the plan of a lesson", () => {
  it("changes name, steps, targets and paragraphs, and gives them to pupils who are there", async () => {
    const plan = await planNow();
    const { status, body } = await put({ ...plan, name: "8b on the bridge", event: "The bridge shuts", targets: [{ name: "The port" }, ...plan.targets], articles: [{ ...plan.articles[1]!, blockOrdinals: [0, 1] }, plan.articles[0]!], steps: [{ kind: "mark", minutes: 10, help: "Look for names." }] });
    expect(status).toBe(200);
    expect(body).toMatchObject({ event: "The bridge shuts", asksJudgement: false, version: plan.version + 1, targets: [{ name: "The port" }, { name: "Town hall" }], articles: [{ articleId: world.articles[1]!.articleId, blockOrdinals: [0, 1] }, { articleId: world.articles[0]!.articleId }] });
    expect(await row("SELECT name FROM project WHERE id = $1", [world.projectId])).toEqual({ name: "8b on the bridge" });
    expect(await rows("SELECT DISTINCT block_ordinals AS blocks, position, counted_code_points AS counted FROM assignment WHERE project_id = $1 AND article_id = $2", [world.projectId, world.articles[1]!.articleId])).toEqual([{ blocks: [0, 1], position: 0, counted: 120 }]);
    // No step asks for a judgement any more, so handing in does not.
    expect(await rows("SELECT DISTINCT is_focus AS focus FROM target WHERE project_id = $1", [world.projectId])).toEqual([{ focus: false }]);
  });

  it("takes an article in that was added, and one out that nobody has begun", async () => {
    const plan = await planNow();
    const third = await addArticle(world.projectId, "A third view\n\nThe bridge is a bridge.");
    expect((await put({ ...plan, articles: [plan.articles[0]!, { articleId: third.articleId, blockOrdinals: [0, 1] }] })).status).toBe(200);
    expect(await rows("SELECT state, count(*)::int AS n FROM assignment WHERE project_id = $1 GROUP BY state ORDER BY state", [world.projectId])).toEqual([{ state: "assigned", n: 4 }, { state: "withdrawn", n: 2 }]);
    const again = await planNow();
    expect((await put({ ...again, articles: plan.articles })).status).toBe(200);
    expect(await rows("SELECT state, count(*)::int AS n FROM assignment WHERE project_id = $1 GROUP BY state ORDER BY state", [world.projectId])).toEqual([{ state: "assigned", n: 4 }, { state: "withdrawn", n: 2 }]);
  });

  it.each<[string, (plan: Plan) => object, string]>([
    ["a paragraph with a mark", (plan) => ({ articles: [{ ...plan.articles[0]!, blockOrdinals: [0, 1] }, plan.articles[1]!] }), "/articles/0/blockOrdinals"],
    ["an article that somebody began", (plan) => ({ articles: [plan.articles[1]!] }), "/articles"],
    ["a target with a mark", () => ({ targets: [{ name: "The port" }] }), "/targets"],
    ["a foreign article", (plan) => ({ articles: [...plan.articles, { articleId: newId(), blockOrdinals: [0] }] }), "/articles/2/articleId"],
    ["a foreign target", (plan) => ({ targets: [...plan.targets, { id: newId(), name: "Somebody" }] }), "/targets/1/id"],
    ["a paragraph that is none", (plan) => ({ articles: [plan.articles[0]!, { ...plan.articles[1]!, blockOrdinals: [99] }] }), "/articles/1/blockOrdinals"],
    ["steps without marking", () => ({ steps: [{ kind: "read", minutes: 5, help: "" }] }), "/steps"],
  ])("refuses to lose %s, changes nothing, and says where", async (_what, change, path) => {
    await mark();
    const plan = await planNow();
    const { status, body } = await put({ ...plan, ...change(plan) });
    expect([status, body["errors"]?.[0]?.path]).toEqual([422, path]);
    expect(await planNow()).toEqual(plan);
  });

  it("refuses a stale plan with the lesson as it is, and answers a repeated one as the first time", async () => {
    const plan = await planNow();
    const op = newId();
    const first = await call(world.teacher, "PUT", at, { ...plan, event: "One" }, { op });
    const again = await call(world.teacher, "PUT", at, { ...plan, event: "One" }, { op });
    expect(again.text).toBe(first.text);
    const stale = await put({ ...plan, event: "Two" });
    expect([stale.status, stale.body["current"].event]).toEqual([409, "One"]);
  });

  it("hides newspapers only before pupils have begun to read without them hidden, and never shows them again by itself", async () => {
    const plan = await planNow();
    expect((await put({ ...plan, sourceHidden: true })).status).toBe(200);
    await mark();
    const { status, body } = await put({ ...(await planNow()), sourceHidden: false });
    expect([status, body["errors"][0].path]).toEqual([422, "/sourceBlind"]);
  });

  it("is the teacher's alone, with the paragraphs to choose from", async () => {
    const plan = await planNow();
    expect((await call(world.pupils[0]!, "PUT", at, plan)).status).toBe(403);
    expect((await call(world.pupils[0]!, "GET", `${at}/material`)).status).toBe(403);
    const { body } = await call(world.teacher, "GET", `${at}/material`);
    expect(body["items"].map((one: { outlet: string }) => one.outlet)).toEqual(["Harbour Post", "Town Herald"]);
    expect(body["items"][0].blocks.map((block: { ordinal: number; words: number }) => [block.ordinal, block.words])).toEqual([[0, 6], [1, 21], [2, 6], [3, 7]]);
  });
});
