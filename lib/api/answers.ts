import { z } from "@hono/zod-openapi";
import { answerSet } from "@/lib/annotations/server/answers";
import { deleteNote, writeNote } from "@/lib/annotations/server/notes";
import { articleAnswers } from "@/lib/annotations/server/read-answers";
import { JUDGEMENTS, NOTE_KINDS } from "@/lib/annotations/span";
import { answer, body, group, member, op, route } from "./door";
import { id, inProject, version } from "./schemas";

const labelIds = z.array(id).max(100);
const Answer = z.object({ setId: id, labelIds, version, needsReview: z.boolean() });
const AnswerWish = z.strictObject({ version, labelIds, codebookVersionId: id.optional() });
const noted = { kind: z.enum(NOTE_KINDS), body: z.string().trim().min(1, "must not be empty").max(4000) };
const Note = z.object({ id, kind: noted.kind, body: z.string(), version });
const NoteWish = z.strictObject({ version, ...noted });
const assigned = inProject.extend({ assignmentId: id });
const answered = assigned.extend({ setId: id });
const written = assigned.extend({ noteId: id });
const by = { assignmentId: id, memberId: id, annotator: z.string(), round: z.int() };
const Answers = z.object({
  judgements: z.array(z.object({ ...by, targetId: id, target: z.string(), value: z.literal([...JUDGEMENTS]), confidence: z.int().nullable(), note: z.string() })),
  answers: z.array(z.object({ ...by, setId: id, set: z.string(), labelIds, labels: z.array(z.string()), needsReview: z.boolean() })),
  notes: z.array(z.object({ ...by, ...noted, body: z.string(), id })),
});
const annotate = { member: "annotate" } as const;

export const answers = group()
  .openapi(
    route(annotate, { method: "put", path: "/projects/{projectId}/assignments/{assignmentId}/answers/{setId}", summary: "Answer a question of the codebook about the whole article; no labels take the answer back", request: { params: answered, body: body(AnswerWish) }, responses: { 200: answer(Answer) } }),
    async (c) => {
      const { assignmentId, setId } = c.req.valid("param");
      return c.json(Answer.parse(await answerSet(member(c), op(c), assignmentId, setId, c.req.valid("json"))), 200);
    },
  )
  .openapi(route(annotate, { method: "put", path: "/projects/{projectId}/assignments/{assignmentId}/notes/{noteId}", summary: "Write a note on the whole article, or on what it leaves out", request: { params: written, body: body(NoteWish) }, responses: { 200: answer(Note) } }), async (c) => {
    const { assignmentId, noteId } = c.req.valid("param");
    return c.json(Note.parse(await writeNote(member(c), op(c), assignmentId, noteId, c.req.valid("json"))), 200);
  })
  .openapi(route(annotate, { method: "delete", path: "/projects/{projectId}/assignments/{assignmentId}/notes/{noteId}", summary: "Take a note away", request: { params: written, body: body(z.strictObject({ version })) }, responses: { 200: answer(Note) } }), async (c) => {
    const { assignmentId, noteId } = c.req.valid("param");
    return c.json(Note.parse(await deleteNote(member(c), op(c), assignmentId, noteId, c.req.valid("json"))), 200);
  })
  .openapi(
    route({ member: "spans.read" }, { method: "get", path: "/projects/{projectId}/articles/{articleId}/answers", summary: "Judgements, answers and notes on an article that one may see", request: { params: inProject.extend({ articleId: id }) }, responses: { 200: answer(Answers) } }),
    async (c) => c.json(Answers.parse(await articleAnswers(member(c), c.req.valid("param").articleId)), 200),
  );
