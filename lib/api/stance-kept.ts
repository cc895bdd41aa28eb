import { z } from "@hono/zod-openapi";
import { keepFigure, keptFigure, keptFigures } from "@/lib/stance/server/kept";
import { answer, body, group, member, op, route } from "./door";
import { id, inProject, name } from "./schemas";
import { KeptAnswer, KeptCell, KeptEntryAnswer, KeptListAnswer } from "./stance-behind-schemas";
import { Choice } from "./stance-schemas";

const read = { member: "stance.read" } as const;
const keep = { member: "stance.keep" } as const;
const path = "/projects/{projectId}/stance/kept";
const Draft = z.strictObject({ id, name: name(200), choice: Choice, cell: KeptCell.nullable().openapi({ description: "the figure whose card is kept; null keeps the table of the choice" }) });

export const stanceKept = group()
  .openapi(route(keep, { method: "post", path, summary: "Keep a figure as it stands now, for a permanent link", request: { params: inProject, body: body(Draft) }, responses: { 200: answer(KeptEntryAnswer) } }), async (c) =>
    c.json(KeptEntryAnswer.parse(await keepFigure(member(c), op(c), c.req.valid("json"))), 200),
  )
  .openapi(route(read, { method: "get", path, summary: "Kept figures, the newest first", request: { params: inProject, query: z.strictObject({ after: id.optional(), limit: z.coerce.number().int().min(1).max(200).optional() }) }, responses: { 200: answer(KeptListAnswer) } }), async (c) =>
    c.json(KeptListAnswer.parse(await keptFigures(member(c), c.req.valid("query"))), 200),
  )
  .openapi(route(read, { method: "get", path: `${path}/{keptId}`, summary: "A kept figure as it was kept, and whether today's data give the same", request: { params: inProject.extend({ keptId: id }) }, responses: { 200: answer(KeptAnswer) } }), async (c) =>
    c.json(KeptAnswer.parse(await keptFigure(member(c), c.req.valid("param").keptId)), 200),
  );
