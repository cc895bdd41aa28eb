import { beforeEach, describe, expect, it } from "vitest";
import type { CodebookContent } from "@/lib/codebook/content";
import { newId } from "@/lib/kernel/id";
import { call } from "@/tests/factories/call";
import { publishChange } from "@/tests/factories/publish";
import { makeLabel, makeSet } from "@/tests/factories/labels";
import { addMember, makeProject, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();
let lead: TestMember;
let path: string;
const start = () => call(lead, "POST", `${path}/draft`);
const save = (version: number, content: unknown, who = lead) => call(who, "PUT", `${path}/draft`, { version, content });

beforeEach(async () => {
  lead = await addMember(await makeProject(), "coordinator");
  path = `/projects/${lead.projectId}/codebook`;
});

describe("a draft", () => {
  it("starts from the published version, is seen by coordinators only, and is there once", async () => {
    const draft = await start();
    expect([draft.status, draft.body["number"], draft.body["state"]]).toEqual([201, 2, "draft"]);
    const again = await start();
    expect([again.status, again.body["current"]["id"]]).toEqual([409, draft.body["id"]]);
    const reader = await addMember(lead.projectId, "annotator");
    expect((await call(lead, "GET", path)).body["draft"]).toEqual({ id: draft.body["id"], version: 1, number: 2 });
    expect((await call(reader, "GET", path)).body["draft"]).toBeNull();
    expect((await call(lead, "GET", `${path}/versions/${draft.body["id"]}`)).body["content"]).toEqual(draft.body["content"]);
    expect((await call(reader, "GET", `${path}/versions/${draft.body["id"]}`)).status).toBe(404);
    expect((await call(reader, "GET", path)).body["versions"]).toHaveLength(1);
  });

  it("keeps what is saved, and gives the second of two coordinators the draft as it stands", async () => {
    const { content } = (await start()).body as { content: CodebookContent };
    const other = await addMember(lead.projectId, "coordinator");
    const mine = { ...content, sets: [makeSet("Tone", [makeLabel("Loaded words"), makeLabel("Irony", { shortcut: "i" })])] };
    const saved = await save(1, mine);
    expect([saved.status, saved.body["version"], saved.body["content"]]).toEqual([200, 2, mine]);
    const late = await save(1, { ...content, name: "Another" }, other);
    expect([late.status, late.body["current"]["content"]["sets"][0]["name"], late.body["current"]["version"]]).toEqual([409, "Tone", 2]);
  });

  it("is saved once when two coordinators save at the same moment", async () => {
    const { content } = (await start()).body as { content: CodebookContent };
    const answers = await Promise.all(["A", "B", "C"].map((name) => save(1, { ...content, name })));
    expect(answers.map((one) => one.status).toSorted()).toEqual([200, 409, 409]);
  });

  it("can be thrown away, and started again", async () => {
    await start();
    expect((await call(lead, "DELETE", `${path}/draft`, { version: 9 })).status).toBe(409);
    expect((await call(lead, "DELETE", `${path}/draft`, { version: 1 })).status).toBe(200);
    expect((await call(lead, "GET", path)).body["draft"]).toBeNull();
    expect((await start()).status).toBe(201);
  });

  it("is refused with every place that is wrong", async () => {
    const { content } = (await start()).body as { content: CodebookContent };
    const twins = makeSet("Tone", [makeLabel("Irony"), makeLabel("ÍRONY", { key: "two", name: "irony" })]);
    const twice = await save(1, { ...content, sets: [twins] });
    expect([twice.status, twice.body["errors"]]).toEqual([422, [{ path: "/sets/0/labels/1/name", message: "the same name stands at /sets/0/labels/0/name" }]]);
    const odd = await save(1, { ...content, colour: "red", sets: [{ ...twins, labels: [{ ...twins.labels[0], name: 7 }] }] });
    expect(odd.body["errors"].map((one: { path: string }) => one.path)).toEqual(expect.arrayContaining(["/sets/0/labels/0/name"]));
    const script = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "x", marks: [{ type: "link", attrs: { href: "javascript:alert(1)" } }] }] }] };
    expect((await save(1, { ...content, introduction: script })).body["errors"]).toEqual([{ path: "/introduction/content/0/content/0/marks/0/attrs/href", message: expect.stringContaining("http") }]);
    const taken = await save(1, { ...content, sets: [makeSet("Tone", [makeLabel("A", { shortcut: "a" })])] });
    expect(taken.body["errors"][0].path).toBe("/sets/0/labels/0/shortcut");
    const foreign = await save(1, { ...content, sets: [makeSet("Tone", [makeLabel("A", { examples: [{ text: "x", note: "", spanId: newId() }] })])] });
    expect(foreign.body["errors"]).toEqual([{ path: "/sets/0/labels/0/examples/0/spanId", message: "is no span of this project" }]);
  });

  it("never loses what was published, and a published version cannot be saved over", async () => {
    const set = makeSet("Tone", [makeLabel("Irony"), makeLabel("Praise")]);
    expect((await publishChange(lead, (content) => ({ ...content, sets: [set] }))).status).toBe(200);
    const closed = await save(2, { name: "Mine" });
    expect([closed.status, closed.body["current"]["state"], closed.body["detail"]]).toEqual([409, "published", expect.stringContaining("Start a new draft")]);
    const { content } = (await start()).body as { content: CodebookContent };
    const dropped = await save(1, { ...content, sets: [{ ...set, labels: [set.labels[0]] }] });
    expect([dropped.status, dropped.body["errors"][0].path, dropped.body["errors"][0].message]).toEqual([422, "/sets/0/labels", expect.stringContaining("archive it")]);
    expect((await save(1, { ...content, sets: [] })).body["errors"][0].path).toBe("/sets");
  });
});

describe("a preset", () => {
  it("is added to the draft with ids of its own, once", async () => {
    await start();
    const add = (version: number, preset: string) => call(lead, "POST", `${path}/draft/preset`, { version, preset });
    const made = await add(1, "persuasion");
    expect([made.status, made.body["version"], made.body["content"]["sets"][0]["labels"].length]).toEqual([200, 2, 29]);
    expect(await add(1, "frames")).toMatchObject({ status: 409, body: { current: { version: 2 } } });
    expect(await add(2, "persuasion")).toMatchObject({ status: 422, body: { errors: [{ path: "/preset" }] } });
    for (const [n, preset] of ["frames", "basil", "class"].entries()) expect([preset, (await add(n + 2, preset)).status]).toEqual([preset, 200]);
    expect((await call(lead, "POST", `${path}/publish`, { version: 5 })).body["published"]["content"]["framing"][0]["name"]).toBe("Supports");
  });
});
