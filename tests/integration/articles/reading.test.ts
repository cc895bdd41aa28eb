import { beforeEach, describe, expect, it } from "vitest";
import { job } from "@/lib/accounts/server/actor";
import { readText, snapsOf } from "@/lib/articles/reading";
import { READING_VERSION, readArticles } from "@/lib/articles/server/reading";
import { refreshCounted } from "@/lib/annotations/server/rollup/refresh";
import { splitBlocks } from "@/lib/articles/blocks";
import { rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { addMember, addArticle, assign, makeProject, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();

const TEXT = "Council dithers 🌉 again\nMrs. Ana Núñez left. “We did what neighbours do,” she said.";
let project: string, chief: TestMember, ann: TestMember;
const stored = () => rows("SELECT tokens, sentences, reading_version AS version FROM revision");
const read = (text: string, language: string | null) => ({ ...snapsOf(text, splitBlocks(text), language), version: READING_VERSION });

beforeEach(async () => {
  project = await makeProject();
  chief = await addMember(project, "coordinator");
  ann = await addMember(project, "annotator");
});

describe("reading an article", () => {
  it("happens when it comes in, and again when its language changes", async () => {
    const made = await call(chief, "POST", `/projects/${project}/articles`, { text: TEXT, language: "en" });
    expect(made.status).toBe(201);
    expect(await stored()).toEqual([read(TEXT, "en")]);
    await call(chief, "PATCH", `/projects/${project}/articles/${String(made.body["id"])}`, { version: made.body["version"], language: "fr" });
    expect(await stored()).toEqual([read(TEXT, "fr")]);
    expect(read(TEXT, "fr")).not.toEqual(read(TEXT, "en"));
  });

  it("is done anew by the worker for what an older program read", async () => {
    await addArticle(project, TEXT);
    await addArticle(project, "Another one");
    await rows("UPDATE revision SET tokens = '', sentences = '', reading_version = 0");
    expect(await readArticles(job(), refreshCounted)).toBe(2);
    expect(await stored()).toEqual(expect.arrayContaining([read(TEXT, null), read("Another one", null)]));
    expect(await readArticles(job(), refreshCounted)).toBe(0);
  });

  it("keeps who says what, and how much the outlet says itself", async () => {
    const made = await call(chief, "POST", `/projects/${project}/articles`, { text: TEXT, language: "en" });
    const path = `/projects/${project}/articles/${String(made.body["id"])}`;
    const quote = "“We did what neighbours do,”";
    const [start, length] = [[...TEXT.slice(0, TEXT.indexOf("“"))].length, [...quote].length];
    const name = [...TEXT.slice(0, TEXT.indexOf("Ana"))].length;
    const speech = () => rows<{ kind: string }>(`SELECT kind, start_offset AS s, end_offset AS e, inner_start AS i, inner_end AS j, speaker_start AS n, speaker_end AS m FROM speech ORDER BY ordinal`);
    expect(await speech()).toEqual([{ kind: "direct", s: start, e: start + length, i: start + 1, j: start + length - 1, n: name, m: name + 9 }]);
    const own = async (): Promise<number> => (await call(chief, "GET", path)).body["ownVoiceCodePoints"];
    expect(await own()).toBe([...TEXT].length - 1 - length);
    await call(chief, "PATCH", `${path}/blocks`, { version: 1, changes: [{ ordinal: 1, kind: "quotation" }] });
    expect((await speech()).map(({ kind }) => kind)).toEqual(["block"]);
    expect(await own()).toBe([...TEXT.split("\n")[0]!].length);
  });

  it("measures own voice again, and brings figures along", async () => {
    await addArticle(project, TEXT);
    await rows("UPDATE article SET own_voice_code_points = 1");
    await rows("UPDATE revision SET reading_version = 0");
    const refreshed: string[][] = [];
    await readArticles(job(), async (_member, ids) => void refreshed.push([...ids]));
    expect(refreshed).toEqual([[(await rows<{ id: string }>("SELECT id FROM article"))[0]?.id]]);
    expect(await rows("SELECT own_voice_code_points > 1 AS measured FROM article")).toEqual([{ measured: true }]);
  });

  it("leaves an article that cannot be read for later, and reads the others", async () => {
    const ids: string[] = [];
    for (const text of [TEXT, "Two", "Three"]) ids.push((await addArticle(project, text)).articleId);
    await rows("UPDATE article SET own_voice_code_points = 0");
    await rows("UPDATE revision SET reading_version = 0");
    const failing = async (_member: unknown, [id]: readonly string[]): Promise<void> => {
      if (id === ids[0]) throw new Error("planted");
    };
    expect(await readArticles(job(), failing)).toBe(2);
    expect(await rows("SELECT article_id AS id FROM revision WHERE reading_version = 0")).toEqual([{ id: ids[0] }]);
    expect(await readArticles(job(), refreshCounted)).toBe(1);
  });

  it("is served to the annotator, also before the worker came round", async () => {
    const assignment = await assign(ann, await addArticle(project, TEXT));
    const url = `/projects/${project}/assignments/${assignment}/document`;
    await rows("UPDATE revision SET tokens = '', sentences = '', reading_version = 0");
    const before = await call(ann, "GET", url);
    const { speech, ...snaps } = readText(TEXT, splitBlocks(TEXT), null);
    expect(before.body).toMatchObject({ article: snaps, speech });
    expect(speech).toHaveLength(1);
    await readArticles(job(), refreshCounted);
    expect((await call(ann, "GET", url)).body).toEqual(before.body);
  });
});
