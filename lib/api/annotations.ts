import { z } from "@hono/zod-openapi";
import { ATTRIBUTIONS, DIRECTNESS, JUDGEMENTS, VOICES } from "@/lib/annotations/span";
import { changeSpan, confirmSpan, deleteSpan, restoreSpan } from "@/lib/annotations/server/change-span";
import { createSpan } from "@/lib/annotations/server/create-span";
import { annotateDocument, workStanding } from "@/lib/annotations/server/document";
import { judge } from "@/lib/annotations/server/judgements";
import { articleSpans } from "@/lib/annotations/server/read-spans";
import { submit } from "@/lib/annotations/server/submit";
import { isSpeakerName, mayHaveSpeaker } from "@/lib/annotations/speaker";
import { DEVICES, FRAMINGS } from "@/lib/codebook/framing";
import { answer, body, group, member, op, route } from "./door";
import { id, inProject, version } from "./schemas";

const offset = z.int().min(0).max(2_000_000);
const Part = z.strictObject({ start: offset, end: offset, quote: z.string().min(1) }).openapi({ description: "[start, end) in Unicode code points of the article's text, and the words that stand there" });
const parts = z.array(Part).min(1).max(20);
const codes = {
  targetId: id,
  framing: z.enum(FRAMINGS),
  voice: z.enum(VOICES).nullable(),
  attribution: z.enum(ATTRIBUTIONS).nullable(),
  speaker: z.string().refine(isSpeakerName, { error: "is empty, too long, or hidden from you" }).nullable().openapi({ description: "Who says quoted or embedded words, by name; at most 200 characters" }),
  directness: z.enum(DIRECTNESS),
  device: z.enum(DEVICES).nullable(),
  confidence: z.union([z.literal(1), z.literal(2), z.literal(3)]).nullable(),
  note: z.string().max(4000),
  labelIds: z.array(id).max(100),
};
const Span = z.object({ id, version, memberId: id, ...codes, fromSuggestion: z.boolean(), parts: z.array(Part) });
const ShownSpan = Span.extend({ annotator: z.string(), assignmentId: id, target: z.string() });
const fits = (span: { voice?: string | null | undefined; attribution?: string | null | undefined }) => span.attribution == null || span.voice === undefined || span.voice === "quoted";
const onlyQuoted = { error: "only quoted words are direct or reported", path: ["attribution"] };
const NewSpan = z
  .strictObject({
    id, revisionId: id, parts, ...codes,
    voice: codes.voice.default(null), attribution: codes.attribution.default(null), speaker: codes.speaker.default(null), directness: codes.directness.default("direct"),
    device: codes.device.default(null), confidence: codes.confidence.default(null), note: codes.note.default(""), labelIds: codes.labelIds.default([]), codebookVersionId: id.optional(),
    fromSuggestion: z.boolean().default(false).openapi({ description: "Whether the annotator took up a suggestion; said here and never changed" }),
  })
  .refine(fits, onlyQuoted)
  .refine(({ speaker, voice }) => speaker === null || mayHaveSpeaker(voice), { error: "only quoted or embedded words have a speaker", path: ["speaker"] });
const SpanChange = z.strictObject({ version, codebookVersionId: id.optional(), revisionId: id.optional().openapi({ description: "The revision in which the new words stand; 409 when it is no longer the current one" }), parts: parts.optional(), ...z.object(codes).partial().shape }).refine(fits, onlyQuoted);
const Seen = z.strictObject({ version });
const said = { confidence: codes.confidence, note: codes.note };
const Judgement = z.object({ targetId: id, value: z.literal([...JUDGEMENTS]).nullable(), ...said, version });
const JudgementWish = z.strictObject({ version, value: z.literal([...JUDGEMENTS]), ...z.object(said).partial().shape });
const assigned = inProject.extend({ assignmentId: id });
const spanned = inProject.extend({ spanId: id });
const judged = assigned.extend({ targetId: id });
const annotate = { member: "annotate" } as const;

export const annotations = group()
  .openapi(route(annotate, { method: "get", path: "/projects/{projectId}/assignments/{assignmentId}/document", summary: "An article to annotate, with one's own marks", request: { params: assigned }, responses: { 200: answer(z.looseObject({})) } }), async (c) =>
    // As bytes: of a string, Response makes another copy before it encodes it.
    c.body(Buffer.from(await annotateDocument(member(c), c.req.valid("param").assignmentId)), 200, { "Content-Type": "application/json" }) as never,
  )
  .openapi(route(annotate, { method: "get", path: "/projects/{projectId}/assignments/{assignmentId}/changes", summary: "How far one's own work on an article is: a screen that knows of fewer changes is behind", request: { params: assigned }, responses: { 200: answer(z.object({ state: z.string(), changes: z.int() })) } }), async (c) =>
    c.json(await workStanding(member(c), c.req.valid("param").assignmentId), 200),
  )
  .openapi(route(annotate, { method: "post", path: "/projects/{projectId}/assignments/{assignmentId}/spans", summary: "Mark words", request: { params: assigned, body: body(NewSpan) }, responses: { 201: answer(Span) } }), async (c) =>
    c.json(Span.parse(await createSpan(member(c), op(c), c.req.valid("param").assignmentId, c.req.valid("json"))), 201),
  )
  .openapi(route(annotate, { method: "patch", path: "/projects/{projectId}/spans/{spanId}", summary: "Change what one's own span says", request: { params: spanned, body: body(SpanChange) }, responses: { 200: answer(Span) } }), async (c) =>
    c.json(Span.parse(await changeSpan(member(c), op(c), c.req.valid("param").spanId, c.req.valid("json"))), 200),
  )
  .openapi(route(annotate, { method: "delete", path: "/projects/{projectId}/spans/{spanId}", summary: "Take one's own span away", request: { params: spanned, body: body(Seen) }, responses: { 200: answer(Span) } }), async (c) =>
    c.json(Span.parse(await deleteSpan(member(c), op(c), c.req.valid("param").spanId, c.req.valid("json").version)), 200),
  )
  .openapi(route(annotate, { method: "post", path: "/projects/{projectId}/spans/{spanId}/restore", summary: "Put back a span that was taken away", request: { params: spanned, body: body(Seen) }, responses: { 200: answer(Span) } }), async (c) =>
    c.json(Span.parse(await restoreSpan(member(c), op(c), c.req.valid("param").spanId, c.req.valid("json").version)), 200),
  )
  .openapi(route(annotate, { method: "post", path: "/projects/{projectId}/spans/{spanId}/confirm", summary: "Say that a span stands as it is under the codebook that one looked at", request: { params: spanned, body: body(Seen.extend({ codebookVersionId: id.optional() })) }, responses: { 200: answer(Span) } }), async (c) =>
    c.json(Span.parse(await confirmSpan(member(c), op(c), c.req.valid("param").spanId, c.req.valid("json"))), 200),
  )
  .openapi(route(annotate, { method: "put", path: "/projects/{projectId}/assignments/{assignmentId}/judgements/{targetId}", summary: "Judge the whole article toward a target", request: { params: judged, body: body(JudgementWish) }, responses: { 200: answer(Judgement) } }), async (c) => {
    const { assignmentId, targetId } = c.req.valid("param");
    return c.json(Judgement.parse(await judge(member(c), op(c), assignmentId, targetId, c.req.valid("json"))), 200);
  })
  .openapi(route(annotate, { method: "delete", path: "/projects/{projectId}/assignments/{assignmentId}/judgements/{targetId}", summary: "Take a judgement back", request: { params: judged, body: body(Seen) }, responses: { 200: answer(Judgement) } }), async (c) => {
    const { assignmentId, targetId } = c.req.valid("param");
    return c.json(Judgement.parse(await judge(member(c), op(c), assignmentId, targetId, { ...c.req.valid("json"), value: null })), 200);
  })
  .openapi(
    route(annotate, { method: "post", path: "/projects/{projectId}/assignments/{assignmentId}/submit", summary: "Submit an article", request: { params: assigned, body: body(z.strictObject({ version, confirmEmpty: z.boolean().optional() })) }, responses: { 200: answer(z.object({ state: z.literal("submitted"), version, submittedAt: z.iso.datetime(), nextId: id.nullable() })) } }),
    async (c) => c.json(await submit(member(c), op(c), c.req.valid("param").assignmentId, c.req.valid("json")), 200),
  )
  .openapi(
    route({ member: "spans.read" }, { method: "get", path: "/projects/{projectId}/articles/{articleId}/spans", summary: "The spans of an article that one may see", request: { params: inProject.extend({ articleId: id }) }, responses: { 200: answer(z.object({ items: z.array(ShownSpan) })) } }),
    async (c) => {
      const items = await articleSpans(member(c), c.req.valid("param").articleId);
      return c.json({ items: z.array(ShownSpan).parse(items) }, 200);
    },
  );
