import { z } from "@hono/zod-openapi";
import { worksCsv } from "@/lib/exchange/stance-works-csv";
import { isId } from "@/lib/kernel/id";
import { MARKS_PARAMS, marksQueryFrom } from "@/lib/stance/marks-query";
import { refuseParam } from "@/lib/stance/server/check-choice";
import { marksBehind } from "@/lib/stance/server/marks-behind";
import { readDifference } from "@/lib/stance/server/read-difference";
import { everyWork, readWorks } from "@/lib/stance/server/works-behind";
import { answer, group, route } from "./door";
import { inProject } from "./schemas";
import { csvAnswer, csvFile, figureOf, figureQuery, viewer } from "./stance";
import { DifferenceAnswer, MarksAnswer, WorksAnswer } from "./stance-behind-schemas";
import { choiceOf, choiceQuery } from "./stance-schemas";

const read = { member: "stance.read" } as const;
const path = "/projects/{projectId}/stance";
const paged = { cursor: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(200).optional() };
const one = z.string().max(100).optional();
const MarksQuery = z.strictObject({ ...choiceQuery, ...paged, ...(Object.fromEntries(MARKS_PARAMS.map((name) => [name, one])) as Record<(typeof MARKS_PARAMS)[number], typeof one>) });

export const stanceBehind = group()
  .openapi(route(read, { method: "get", path: `${path}/works`, summary: "The works behind a figure, the most critical first, with their articles and what each coder made of them", request: { params: inProject, query: z.strictObject({ ...figureQuery, ...paged }) }, responses: { 200: answer(WorksAnswer) } }), async (c) => {
    const [actor, { cursor, limit, ...query }] = [viewer(c), c.req.valid("query")];
    const { choice, whose, targetId } = figureOf(query);
    return c.json(WorksAnswer.parse(await readWorks(actor, choice, whose, targetId, { cursor, limit })), 200);
  })
  .openapi(route(read, { method: "get", path: `${path}/works.csv`, summary: "The same as a table, one row per coder and article", request: { params: inProject, query: z.strictObject(figureQuery) }, responses: csvAnswer("One row per coder and article") }), async (c) => {
    const [actor, { choice, whose, targetId }] = [viewer(c), figureOf(c.req.valid("query"))];
    return csvFile(c, worksCsv(await everyWork(actor, choice, whose, targetId)), "works.csv");
  })
  .openapi(route(read, { method: "get", path: `${path}/spans`, summary: "The marks behind a number: of an outlet, a work, an article or one coder; `in` names a voice", request: { params: inProject, query: MarksQuery }, responses: { 200: answer(MarksAnswer) } }), async (c) => {
    const [actor, { cursor, limit, ...query }] = [viewer(c), c.req.valid("query")];
    const asked = marksQueryFrom(query);
    if (!asked.ok) return refuseParam(asked.error.field, asked.error.message);
    return c.json(MarksAnswer.parse(await marksBehind(actor, asked.value, { cursor, limit })), 200);
  })
  .openapi(route(read, { method: "get", path: `${path}/differences`, summary: "How two outlets differ toward a target, the first minus the second", request: { params: inProject, query: z.strictObject({ ...choiceQuery, outlet: one, other: one }) }, responses: { 200: answer(DifferenceAnswer) } }), async (c) => {
    const [actor, { outlet, other, ...query }] = [viewer(c), c.req.valid("query")];
    const choice = choiceOf(query);
    const [targetId, another] = choice.targetIds;
    if (targetId === undefined || another !== undefined) return refuseParam("target", "must be one target");
    if (!isId(outlet)) return refuseParam("outlet", "must be the id of the first outlet");
    if (!isId(other)) return refuseParam("other", "must be the id of the second outlet");
    return c.json(DifferenceAnswer.parse(await readDifference(actor, choice, targetId, { first: outlet.toLowerCase(), second: other.toLowerCase() })), 200);
  });
