import { z } from "@hono/zod-openapi";
import { enrolMember } from "@/lib/lessons/server/enrol";
import { withdrawOpen } from "@/lib/assignments/server/leave";
import { invite, listCodes, makeCode, revokeCode } from "@/lib/projects/server/codes";
import { changeMember, leaveProject, listMembers, removeMember } from "@/lib/projects/server/members";
import { issuePhrase } from "@/lib/projects/server/phrases";
import { CODE_ROLES } from "@/lib/projects/codes";
import { ROLES } from "@/lib/projects/permissions";
import { answer, body, group, member, op, route } from "./door";
import { id, inProject, name, timestamp, version } from "./schemas";

const Member = z.object({
  id,
  pseudonym: z.string(),
  name: z.string().nullable(),
  role: z.enum(ROLES),
  state: z.enum(["active", "removed", "withdrawn"]),
  account: z.enum(["person", "pupil", "none"]),
  isSample: z.boolean(),
  qualified: z.boolean(),
  you: z.boolean(),
  joinedAt: timestamp,
  version,
});
const Code = z.object({
  id,
  kind: z.enum(["code", "invitation"]),
  role: z.enum(ROLES),
  hint: z.string(),
  email: z.string().nullable(),
  expiresAt: timestamp,
  maxUses: z.int(),
  uses: z.int(),
  state: z.enum(["open", "used", "expired", "revoked"]),
  createdAt: timestamp,
});
const NewCode = Code.extend({ code: z.string().nullable().openapi({ description: "Shown once" }) });
const NewInvitation = Code.extend({ path: z.string().nullable().openapi({ description: "Shown once; null when the link went out by mail" }), mailed: z.boolean() });
const Phrase = z.object({ phrase: z.string().nullable().openapi({ description: "Shown once" }) });
const Left = z.object({ left: z.literal(true) });
const ofMember = inProject.extend({ memberId: id });
const ofCode = inProject.extend({ codeId: id });
const days = z.int().min(1).max(366);
const read = { member: "members.read" } as const;
const manage = { member: "members.manage" } as const;

export const members = group()
  .openapi(route(read, { method: "get", path: "/projects/{projectId}/members", summary: "The members of a project; real names for coordinators only", request: { params: inProject }, responses: { 200: answer(z.object({ items: z.array(Member) })) } }), async (c) =>
    c.json({ items: z.array(Member).parse(await listMembers(member(c))) }, 200),
  )
  .openapi(
    route(manage, { method: "patch", path: "/projects/{projectId}/members/{memberId}", summary: "Change a member's role or pseudonym", request: { params: ofMember, body: body(z.strictObject({ version, role: z.enum(ROLES).optional(), pseudonym: name(60).optional() })) }, responses: { 200: answer(Member) } }),
    async (c) => c.json(Member.parse(await changeMember(member(c), op(c), c.req.valid("param").memberId, c.req.valid("json"), enrolMember)), 200),
  )
  .openapi(route(manage, { method: "delete", path: "/projects/{projectId}/members/{memberId}", summary: "Take a member out; their marks stay", request: { params: ofMember, body: body(z.strictObject({ version })) }, responses: { 200: answer(Member) } }), async (c) =>
    c.json(Member.parse(await removeMember(member(c), op(c), c.req.valid("param").memberId, c.req.valid("json").version, withdrawOpen)), 200),
  )
  .openapi(route(manage, { method: "post", path: "/projects/{projectId}/members/{memberId}/phrase", summary: "Give a pupil a new return phrase; their sessions end", request: { params: ofMember }, responses: { 201: answer(Phrase) } }), async (c) =>
    c.json(Phrase.parse(await issuePhrase(member(c), op(c), c.req.valid("param").memberId)), 201),
  )
  .openapi(route({ member: "project.read" }, { method: "post", path: "/projects/{projectId}/leave", summary: "Leave a project; one's marks stay", request: { params: inProject }, responses: { 200: answer(Left) } }), async (c) =>
    c.json(Left.parse(await leaveProject(member(c), op(c), withdrawOpen)), 200),
  )
  .openapi(route(manage, { method: "get", path: "/projects/{projectId}/codes", summary: "Join codes and invitations, without the codes themselves", request: { params: inProject }, responses: { 200: answer(z.object({ items: z.array(Code) })) } }), async (c) =>
    c.json({ items: z.array(Code).parse(await listCodes(member(c))) }, 200),
  )
  .openapi(
    route(manage, { method: "post", path: "/projects/{projectId}/codes", summary: "Make a join code", request: { params: inProject, body: body(z.strictObject({ role: z.enum(CODE_ROLES).default("annotator"), days: days.default(14), maxUses: z.int().min(1).max(1000).default(40) })) }, responses: { 201: answer(NewCode) } }),
    async (c) => c.json(NewCode.parse(await makeCode(member(c), op(c), c.req.valid("json"))), 201),
  )
  .openapi(
    route(manage, { method: "post", path: "/projects/{projectId}/invitations", summary: "Invite one person", request: { params: inProject, body: body(z.strictObject({ role: z.enum(ROLES).default("annotator"), email: z.email().max(320).optional(), days: days.default(14) })) }, responses: { 201: answer(NewInvitation) } }),
    async (c) => c.json(NewInvitation.parse(await invite(member(c), op(c), c.req.valid("json"))), 201),
  )
  .openapi(route(manage, { method: "delete", path: "/projects/{projectId}/codes/{codeId}", summary: "Revoke a join code or invitation", request: { params: ofCode }, responses: { 200: answer(Code) } }), async (c) =>
    c.json(Code.parse(await revokeCode(member(c), op(c), c.req.valid("param").codeId)), 200),
  );
