import { describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS } from "@/lib/accounts/reader-settings";
import { rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { addArticle, addMember, assign, makeProject } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();

async function twoAtWork() {
  const projectId = await makeProject();
  const article = await addArticle(projectId, "Harbour news\nThe council bungled the closure.");
  const [one, other] = [await addMember(projectId, "annotator"), await addMember(projectId, "annotator")];
  const open = async (who: typeof one, assignmentId: string) => (await call(who, "GET", `/projects/${projectId}/assignments/${assignmentId}/document`)).body;
  const [ofOne, ofOther] = [await assign(one, article), await assign(other, article)];
  return { one, mine: () => open(one, ofOne), theirs: () => open(other, ofOther) };
}

describe("settings of the reader", () => {
  it("come with the article to annotate, and belong to one person", async () => {
    const { one, mine, theirs } = await twoAtWork();
    expect((await mine())["settings"]).toEqual(DEFAULT_SETTINGS);
    const changed = await call(one, "PATCH", "/account/reader-settings", { keys: { skip: "x" }, granularity: "sentence" });
    expect([changed.status, changed.body]).toEqual([200, { ...DEFAULT_SETTINGS, keys: { skip: "x" }, granularity: "sentence" }]);
    expect(await mine()).toMatchObject({ userId: one.userId, settings: changed.body });
    expect((await theirs())["settings"]).toEqual(DEFAULT_SETTINGS);
  });

  it("stay as they are where a change does not name them, and keys are replaced as a whole", async () => {
    const { one } = await twoAtWork();
    await call(one, "PATCH", "/account/reader-settings", { keys: { skip: "x", flag: "" }, suggestions: true });
    expect((await call(one, "PATCH", "/account/reader-settings", { keys: { skip: "y" } })).body).toEqual({ ...DEFAULT_SETTINGS, keys: { skip: "y" }, suggestions: true });
  });

  it("are refused where they are not right, and nothing changes", async () => {
    const { one, mine } = await twoAtWork();
    const many = Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`c${"a".repeat(i % 30)}${String.fromCharCode(97 + (i % 26))}${"b".repeat(Math.floor(i / 26))}`, "x"]));
    for (const bad of [{}, { colour: "red" }, { granularity: "letter" }, { singleKeys: "no" }, { keys: { "no name": "x" } }, { keys: { skip: 7 } }, { keys: { skip: "x".repeat(41) } }, { keys: [] }, { keys: many }, { suggestions: null }]) expect([bad, (await call(one, "PATCH", "/account/reader-settings", bad)).status]).toEqual([bad, 422]);
    expect((await mine())["settings"]).toEqual(DEFAULT_SETTINGS);
  });

  it("that an older server wrote do not break the screen", async () => {
    const { one, mine } = await twoAtWork();
    await rows("UPDATE app_user SET reader_settings = $2 WHERE id = $1", [one.userId, JSON.stringify({ granularity: "letter", keys: 3, suggestions: true })]);
    expect((await mine())["settings"]).toEqual({ ...DEFAULT_SETTINGS, suggestions: true });
  });
});
