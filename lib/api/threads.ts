import { z } from "@hono/zod-openapi";
import { closeThread, postMessage, readThread } from "@/lib/annotations/server/threads";
import { VOICES } from "@/lib/annotations/span";
import { FRAMINGS } from "@/lib/codebook/framing";
import { answer, body, group, member, op, route } from "./door";
import { id, inProject } from "./schemas";

const Passage = z.object({ start: z.int().min(0), end: z.int().min(0), quote: z.string(), current: z.boolean() }).openapi({ description: "Words that a message asks about; current says whether the offsets count in the text as it stands" });
const PeerMark = z.object({ quote: z.string(), target: z.string(), framing: z.enum(FRAMINGS), voice: z.enum(VOICES).nullable() });
const Message = z.object({ id, at: z.string(), by: z.string().nullable(), mine: z.boolean(), text: z.string().openapi({ description: "Light Markdown" }), spanId: id.nullable(), passage: Passage.nullable(), peers: z.array(PeerMark).nullable() });
const state = z.enum(["open", "closed"]);
const Thread = z.object({ state: state.nullable(), memberId: id, mayPost: z.boolean(), mayClose: z.boolean(), unread: z.int().min(0), messages: z.array(Message) });
const NewMessage = z.strictObject({ text: z.string().trim().min(1, "must not be empty").max(4000), spanId: id.nullable().optional() });
const assigned = inProject.extend({ assignmentId: id });
const path = "/projects/{projectId}/assignments/{assignmentId}/thread";

export const threads = group()
  .openapi(route({ member: "annotate" }, { method: "get", path, summary: "What annotator and reviewers said to each other about an assignment", request: { params: assigned }, responses: { 200: answer(Thread) } }), async (c) =>
    c.json(Thread.parse(await readThread(member(c), c.req.valid("param").assignmentId)), 200),
  )
  .openapi(route({ member: "annotate" }, { method: "post", path: `${path}/messages`, summary: "Say something about an assignment", request: { params: assigned, body: body(NewMessage) }, responses: { 201: answer(Message) } }), async (c) =>
    c.json(Message.parse(await postMessage(member(c), op(c), c.req.valid("param").assignmentId, c.req.valid("json"))), 201),
  )
  .openapi(route({ member: "assignments.return" }, { method: "put", path, summary: "Close the discussion of an assignment, or open it again", request: { params: assigned, body: body(z.strictObject({ state })) }, responses: { 200: answer(z.object({ state })) } }), async (c) =>
    c.json(await closeThread(member(c), op(c), c.req.valid("param").assignmentId, c.req.valid("json")), 200),
  );
