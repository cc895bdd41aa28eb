import { expect, it } from "vitest";
import { anonymous } from "@/lib/accounts/server/actor";
import { newId } from "@/lib/kernel/id";
import { row, rows } from "@/lib/platform/database";
import { acceptInvitations } from "@/lib/projects/server/invitations";
import { call } from "@/tests/factories/call";
import { addMember, makeProject } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();

it("stand in the project's log when an identity provider brings the person", async () => {
  const lead = await addMember(await makeProject(), "coordinator");
  await call(lead, "POST", `/projects/${lead.projectId}/invitations`, { role: "reviewer", email: "ana@example.org" });
  const userId = await acceptInvitations(anonymous(""), { email: "ana@example.org", name: "Ana" });
  const member = await row<{ id: string }>("SELECT id FROM member WHERE user_id = $1", [userId]);
  expect(await rows("SELECT member_id, subject_id, detail FROM audit_entry WHERE action = 'member.joined'")).toEqual([{ member_id: member?.id, subject_id: member?.id, detail: { by: "invitation", role: "reviewer" } }]);
});

it("and renames of one name at the same moment leave one member with it", async () => {
  const lead = await addMember(await makeProject(), "coordinator");
  const others = await Promise.all(Array.from({ length: 8 }, () => addMember(lead.projectId, "annotator")));
  const answers = await Promise.all(others.map((one) => call(lead, "PATCH", `/projects/${lead.projectId}/members/${one.memberId}`, { version: 1, pseudonym: "Quiet Otter" }, { op: newId() })));
  expect(answers.map((one) => one.status).sort()).toEqual([200, ...Array.from({ length: 7 }, () => 409)]);
});
