import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/kernel/id";
import { call } from "@/tests/factories/call";
import { addArticle, addMember, addTarget, assign, makeProject, spanOver, type TestArticle, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();

let project: string, ann: TestMember, bob: TestMember, article: TestArticle, target: string, assignment: string;
const url = () => `/projects/${project}/assignments/${assignment}`;
const mark = (who: TestMember, headers: Record<string, string>) => call(who, "POST", `${url()}/spans`, { ...spanOver(article, "bungled", target), id: newId() }, { headers });

beforeEach(async () => {
  project = await makeProject();
  ann = await addMember(project, "annotator");
  bob = await addMember(project, "annotator");
  article = await addArticle(project, "Town hall dithers\nThe council bungled the closure.");
  target = await addTarget(project, "Town council");
  assignment = await assign(ann, article);
});

describe("how far one's own work is", () => {
  it("is one more after every change, also of what was deleted, and the same in the document", async () => {
    const counts: number[] = [];
    const look = async (): Promise<void> => void counts.push((await call(ann, "GET", `${url()}/changes`)).body["changes"] as number);
    await look();
    const span = String((await mark(ann, {})).body["id"]);
    await look();
    await call(ann, "PATCH", `/projects/${project}/spans/${span}`, { version: 1, note: "x" });
    await look();
    await call(ann, "DELETE", `/projects/${project}/spans/${span}`, { version: 2 });
    await look();
    await call(ann, "PUT", `${url()}/judgements/${target}`, { version: 0, value: 1 });
    await call(ann, "PUT", `${url()}/notes/${newId()}`, { version: 0, kind: "note", body: "x" });
    await look();
    expect(counts).toEqual([0, 1, 2, 3, 5]);
    expect((await call(ann, "GET", `${url()}/document`)).body).toMatchObject({ changes: 5, memberId: ann.memberId });
  });

  it("is nobody else's to know", async () => {
    expect((await call(bob, "GET", `${url()}/changes`)).status).toBe(404);
  });
});

describe("a change in somebody's name", () => {
  it("is taken from that member, and from no one else who is signed in", async () => {
    await assign(bob, article);
    const refused = await mark(bob, { "member-id": ann.memberId });
    expect([refused.status, refused.body["code"]]).toEqual([403, "other_member"]);
    expect((await mark(ann, { "member-id": ann.memberId.toUpperCase() })).status).toBe(201);
    expect((await call(ann, "GET", `${url()}/changes`)).body).toEqual({ state: "in_progress", changes: 1 });
  });
});
