import { beforeEach, describe, expect, it } from "vitest";
import { sessionCookie } from "@/lib/accounts/server/credential";
import { newId } from "@/lib/kernel/id";
import { row, rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { addArticle, addMember, addTarget, assign, makePerson, makeProject, spanOver, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";
import { Visitor } from "../accounts/door";

emptyBeforeEach();

let lead: TestMember, annotator: TestMember, base: string;
beforeEach(async () => {
  const projectId = await makeProject({ kind: "class" });
  [lead, annotator] = [await addMember(projectId, "coordinator"), await addMember(projectId, "annotator")];
  base = `/projects/${projectId}`;
});
const change = (who: TestMember, id: string, body: object, op?: string) => call(who, "PATCH", `${base}/members/${id}`, body, op ? { op } : {});
const remove = (who: TestMember, id: string, version: number) => call(who, "DELETE", `${base}/members/${id}`, { version });

async function pupil(): Promise<{ visitor: Visitor; phrase: string; memberId: string }> {
  const { code } = (await call(lead, "POST", `${base}/codes`, {})).body as { code: string };
  const visitor = new Visitor();
  const look = await visitor.api("POST", "/join/look", { code });
  const joined = await visitor.api("POST", "/join", { code, pseudonym: look.body["pseudonyms"][0] });
  visitor.cookies.set(sessionCookie(), /=([^;]+)/.exec(joined.headers.get("set-cookie")!)![1]!);
  return { visitor, phrase: joined.body["phrase"], memberId: joined.body["memberId"] };
}

describe("the list of members", () => {
  it("shows names to coordinators, pseudonyms to reviewers, and nothing to annotators", async () => {
    const reviewer = await addMember(lead.projectId, "reviewer");
    const seen = (await call(lead, "GET", `${base}/members`)).body["items"];
    expect(seen).toHaveLength(3);
    expect(seen[0]).toMatchObject({ you: true, role: "coordinator", name: lead.name, account: "person" });
    expect((await call(reviewer, "GET", `${base}/members`)).body["items"].map((one: { name: unknown }) => one.name)).toEqual([null, null, null]);
    expect((await call(annotator, "GET", `${base}/members`)).status).toBe(403);
  });
});

describe("a role", () => {
  it("holds from the next request", async () => {
    expect((await call(annotator, "GET", `${base}/codes`)).status).toBe(403);
    expect((await change(lead, annotator.memberId, { version: 1, role: "coordinator" })).body).toMatchObject({ role: "coordinator", version: 2 });
    expect((await call(annotator, "GET", `${base}/codes`)).status).toBe(200);
    expect((await change(annotator, lead.memberId, { version: 1, role: "observer" })).status).toBe(200);
    expect((await call(lead, "GET", `${base}/codes`)).status).toBe(403);
    expect((await change(lead, lead.memberId, { version: 2, role: "coordinator" })).status).toBe(403);
  });

  it("of a stale version is a conflict that carries the member as it stands", async () => {
    await change(lead, annotator.memberId, { version: 1, pseudonym: "Quiet Otter" });
    const stale = await change(lead, annotator.memberId, { version: 1, role: "reviewer" });
    expect([stale.status, stale.body["current"]]).toEqual([409, expect.objectContaining({ pseudonym: "Quiet Otter", version: 2 })]);
  });

  it("is not taken from the last coordinator, however many step down at once", async () => {
    for (const answer of [await change(lead, lead.memberId, { version: 1, role: "annotator" }), await remove(lead, lead.memberId, 1), await call(lead, "POST", `${base}/leave`)]) expect(answer.status).toBe(409);
    const leads = [lead, ...(await Promise.all(Array.from({ length: 4 }, () => addMember(lead.projectId, "coordinator"))))];
    const answers = await Promise.all(leads.flatMap((one) => [change(one, one.memberId, { version: 1, role: "annotator" }), call(one, "POST", `${base}/leave`)]));
    expect(answers.filter((one) => one.status >= 500)).toEqual([]);
    expect(await row("SELECT count(*)::int AS n FROM member WHERE role = 'coordinator' AND state = 'active'")).toEqual({ n: 1 });
  });

  it("beyond observer needs more than an account made with a class code", async () => {
    const { memberId } = await pupil();
    expect((await change(lead, memberId, { version: 1, role: "reviewer" })).status).toBe(422);
    expect((await change(lead, memberId, { version: 1, role: "observer" })).status).toBe(200);
  });
});

describe("a pseudonym", () => {
  it("can be changed, but two members never share one", async () => {
    expect((await change(lead, annotator.memberId, { version: 1, pseudonym: "Quiet Otter" })).status).toBe(200);
    const other = await addMember(lead.projectId, "annotator");
    expect((await change(lead, other.memberId, { version: 1, pseudonym: " quiet  OTTER" })).status).toBe(409);
    expect((await change(lead, other.memberId, { version: 1, pseudonym: "  " })).status).toBe(422);
    expect(JSON.stringify(await rows("SELECT detail FROM audit_entry"))).not.toContain("Otter");
  });
});

describe("a removed member", () => {
  it("loses access at once, keeps marks, and comes back by invitation only", async () => {
    const article = await addArticle(lead.projectId, "Harbour news\nThe council bungled the closure.");
    const assignment = await assign(annotator, article);
    const target = await addTarget(lead.projectId, "Council");
    await call(annotator, "POST", `${base}/assignments/${assignment}/spans`, spanOver(article, "bungled", target));
    expect((await remove(lead, annotator.memberId, 1)).body).toMatchObject({ state: "removed" });
    expect((await call(annotator, "GET", base)).status).toBe(404);
    expect((await call(annotator, "GET", "/projects")).body["items"]).toEqual([]);
    expect(await rows("SELECT 1 FROM span WHERE deleted_at IS NULL")).toHaveLength(1);
    expect((await remove(lead, annotator.memberId, 2)).status).toBe(409);
    const { code } = (await call(lead, "POST", `${base}/codes`, {})).body as { code: string };
    expect((await call(annotator, "POST", "/join", { code })).status).toBe(409);
    const { path } = (await call(lead, "POST", `${base}/invitations`, { role: "reviewer" })).body as { path: string };
    expect((await call(annotator, "POST", "/join", { code: path.split("#")[1] })).body).toMatchObject({ memberId: annotator.memberId });
    expect((await call(annotator, "GET", base)).body["role"]).toBe("reviewer");
  });

  it("who was a pupil of this class only has no session left", async () => {
    const { visitor, memberId } = await pupil();
    await remove(lead, memberId, 1);
    expect((await visitor.api("GET", "/account")).status).toBe(401);
  });
});

describe("a new return phrase", () => {
  it("is shown once, ends the pupil's sessions, and the old one opens nothing", async () => {
    const { visitor, phrase, memberId } = await pupil();
    const op = newId();
    const issued = await call(lead, "POST", `${base}/members/${memberId}/phrase`, {}, { op });
    expect(issued.status).toBe(201);
    expect((await call(lead, "POST", `${base}/members/${memberId}/phrase`, {}, { op })).body).toEqual({ phrase: null });
    expect((await visitor.api("GET", "/account")).status).toBe(401);
    expect((await new Visitor().signInWithPhrase(phrase)).status).toBe(401);
    expect((await new Visitor().signInWithPhrase(issued.body["phrase"])).status).toBe(200);
    expect(JSON.stringify([await rows("SELECT * FROM operation"), await rows("SELECT * FROM audit_entry"), await rows("SELECT * FROM app_user")])).not.toContain(issued.body["phrase"]);
  });

  it("is not for people with a passphrase, nor for a pupil who is also elsewhere", async () => {
    expect((await call(lead, "POST", `${base}/members/${annotator.memberId}/phrase`)).status).toBe(409);
    const { visitor, memberId } = await pupil();
    const elsewhere = await addMember(await makeProject({ kind: "class" }), "coordinator");
    const { code } = (await call(elsewhere, "POST", `/projects/${elsewhere.projectId}/codes`, {})).body as { code: string };
    expect((await visitor.api("POST", "/join", { code })).status).toBe(201);
    expect((await call(lead, "POST", `${base}/members/${memberId}/phrase`)).status).toBe(409);
  });
});

describe("each change", () => {
  it("leaves one line in the log and is done once", async () => {
    const op = newId();
    for (let i = 0; i < 2; i++) expect((await change(lead, annotator.memberId, { version: 1, role: "reviewer" }, op)).status).toBe(200);
    expect((await change(lead, annotator.memberId, { version: 1, role: "observer" }, op)).status).toBe(422);
    expect(await rows("SELECT action, subject_id FROM audit_entry")).toEqual([{ action: "member.changed", subject_id: annotator.memberId }]);
  });

  it("is refused to members of other projects, who find nothing", async () => {
    const stranger = await addMember(await makeProject(), "coordinator", await makePerson());
    for (const [method, path] of [["GET", `${base}/members`], ["PATCH", `${base}/members/${annotator.memberId}`], ["GET", `${base}/codes`], ["POST", `${base}/codes`], ["POST", `${base}/invitations`]] as const) expect((await call(stranger, method, path, {})).status).toBe(404);
    expect((await call(stranger, "PATCH", `/projects/${stranger.projectId}/members/${annotator.memberId}`, { version: 1, role: "observer" })).status).toBe(404);
  });
});

describe("invitations of a coordinator who goes", () => {
  it.each([
    ["is taken out", (id: string) => remove(lead, id, 1)],
    ["steps down", (id: string) => change(lead, id, { version: 1, role: "annotator" })],
  ])("end when the coordinator %s, so that they are no way back in; class codes stay", async (_what, go) => {
    const second = await addMember(lead.projectId, "coordinator");
    expect((await call(second, "POST", `${base}/invitations`, { role: "coordinator" })).status).toBe(201);
    expect((await call(second, "POST", `${base}/codes`, {})).status).toBe(201);
    expect((await go(second.memberId)).status).toBe(200);
    expect(await rows("SELECT role, revoked_at IS NOT NULL AS revoked FROM join_code ORDER BY role")).toEqual([{ role: "annotator", revoked: false }, { role: "coordinator", revoked: true }]);
  });
});
