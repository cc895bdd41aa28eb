import { beforeEach, describe, expect, it } from "vitest";
import { rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { addArticle, addMember, addTarget, assign, makeProject, spanOver, type TestArticle, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();

const TEXT = "Town hall dithers\n“We did what neighbours do,” Ana Núñez said.\nNobody answered for the closure.";
const said = { voice: "quoted", attribution: "direct" } as const;
let project: string, ann: TestMember, bob: TestMember, article: TestArticle, target: string;

beforeEach(async () => {
  project = await makeProject();
  ann = await addMember(project, "annotator");
  bob = await addMember(project, "annotator");
  article = await addArticle(project, TEXT);
  target = await addTarget(project, "Town council", false);
});

const mark = async (who: TestMember, assignment: string, extra: object = {}, words = "neighbours") =>
  call(who, "POST", `/projects/${project}/assignments/${assignment}/spans`, { ...spanOver(article, words, target), ...said, ...extra });
const change = (id: string, body: object) => call(ann, "PATCH", `/projects/${project}/spans/${id}`, body);
const speakers = () => rows("SELECT name FROM speaker ORDER BY name");

describe("who says marked words", () => {
  it("is kept by name, answered, changed, taken back, and told in the document, the record and the submission", async () => {
    const assignment = await assign(ann, article);
    const made = await mark(ann, assignment, { speaker: "  Ana   Núñez " });
    expect([made.status, made.body["speaker"]]).toEqual([201, "Ana Núñez"]);
    const id = String(made.body["id"]);
    const document = async () => (await call(ann, "GET", `/projects/${project}/assignments/${assignment}/document`)).body["spans"][0];
    expect(await document()).toMatchObject({ speaker: "Ana Núñez" });
    expect((await change(id, { version: 1, framing: "neutral" })).body).toMatchObject({ speaker: "Ana Núñez" });
    expect((await change(id, { version: 2, speaker: "Mayor" })).body).toMatchObject({ speaker: "Mayor" });
    expect((await change(id, { version: 3, voice: "own" })).body).toMatchObject({ speaker: null, attribution: null });
    expect(await document()).toMatchObject({ speaker: null });
    expect((await change(id, { version: 4, ...said, speaker: "Ana Núñez" })).body).toMatchObject({ speaker: "Ana Núñez" });
    expect(await speakers()).toEqual([{ name: "Ana Núñez" }, { name: "Mayor" }]);
    expect(await rows("SELECT before ->> 'speaker' AS before, after ->> 'speaker' AS after FROM span_event ORDER BY version")).toEqual([
      { before: null, after: "Ana Núñez" }, { before: "Ana Núñez", after: "Ana Núñez" }, { before: "Ana Núñez", after: "Mayor" }, { before: "Mayor", after: null }, { before: null, after: "Ana Núñez" },
    ]);
    const open = (await call(ann, "GET", `/projects/${project}/assignments/${assignment}/document`)).body["assignment"];
    expect((await call(ann, "POST", `/projects/${project}/assignments/${assignment}/submit`, { version: open.version })).status).toBe(200);
    expect(await rows("SELECT content #>> '{spans,0,speaker}' AS kept FROM submission")).toEqual([{ kept: "Ana Núñez" }]);
  });

  it("belongs to quoted and embedded words alone", async () => {
    const assignment = await assign(ann, article);
    expect((await mark(ann, assignment, { voice: "own", attribution: null, speaker: "Ana" })).status).toBe(422);
    const own = await mark(ann, assignment, { voice: "own", attribution: null });
    expect((await change(String(own.body["id"]), { version: 1, speaker: "Ana" })).body).toMatchObject({ status: 422, errors: [{ path: "/speaker" }] });
    expect((await mark(ann, assignment, { voice: "embedded", attribution: null, speaker: "Ana" })).status).toBe(201);
    for (const speaker of ["", "  ", "x".repeat(201), "The \u2588\u2588\u2588"]) expect([speaker, (await mark(ann, assignment, { speaker })).status]).toEqual([speaker, 422]);
  });

  it("is one for all who write the same name, also at the same moment, and each sees one's own spelling", async () => {
    const [mine, bobs] = [await assign(ann, article), await assign(bob, article)];
    const made = await Promise.all(Array.from({ length: 12 }, (_, i) => mark(i % 2 === 0 ? ann : bob, i % 2 === 0 ? mine : bobs, { speaker: "Ana Núñez" }, ["We did", "what", "neighbours", "do", "said", "Nobody"][i >> 1])));
    expect(made.map(({ status, body }) => [status, body["speaker"]])).toEqual(Array.from({ length: 12 }, () => [201, "Ana Núñez"]));
    expect(await speakers()).toHaveLength(1);
    expect((await mark(bob, bobs, { speaker: "ana núñez" }, "answered")).body["speaker"]).toBe("ana núñez");
  });
});
