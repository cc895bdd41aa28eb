import { beforeEach, describe, expect, it } from "vitest";
import { job } from "@/lib/accounts/server/actor";
import { snapsOf } from "@/lib/articles/reading";
import { READING_VERSION, readArticles } from "@/lib/articles/server/reading";
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
    expect(await readArticles(job())).toBe(2);
    expect(await stored()).toEqual(expect.arrayContaining([read(TEXT, null), read("Another one", null)]));
    expect(await readArticles(job())).toBe(0);
  });

  it("is served to the annotator, also before the worker came round", async () => {
    const assignment = await assign(ann, await addArticle(project, TEXT));
    const url = `/projects/${project}/assignments/${assignment}/document`;
    const before = await call(ann, "GET", url);
    expect(before.body["article"]).toMatchObject(snapsOf(TEXT, splitBlocks(TEXT), null));
    await rows("UPDATE revision SET tokens = '', sentences = '', reading_version = 0");
    expect((await call(ann, "GET", url)).body).toEqual(before.body);
  });
});
