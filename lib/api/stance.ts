import { z } from "@hono/zod-openapi";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { seesPeers } from "@/lib/annotations/server/visible";
import { attachment } from "@/lib/exchange/file-name";
import { stanceCsv } from "@/lib/exchange/stance-csv";
import { notFound } from "@/lib/kernel/errors";
import { projectOf } from "@/lib/projects/server/projects";
import type { StanceChoice } from "@/lib/stance/choice";
import { isId } from "@/lib/kernel/id";
import type { Whose } from "@/lib/stance/report";
import { refuseParam } from "@/lib/stance/server/check-choice";
import { readCard } from "@/lib/stance/server/read-card";
import { readSensitivity } from "@/lib/stance/server/read-sensitivity";
import { readStance, readStanceTable } from "@/lib/stance/server/stance";
import { answer, group, member, route, type ApiContext } from "./door";
import { inProject } from "./schemas";
import { SensitivityAnswer } from "./stance-behind-schemas";
import { Card, choiceOf, choiceQuery, StanceAnswer } from "./stance-schemas";

const read = { member: "stance.read" } as const;
const path = "/projects/{projectId}/stance";

/** Whose figure, beside the choice; `target` names one target. */
export const figureQuery = { ...choiceQuery, outlet: z.string().max(100).optional().openapi({ description: "an outlet (or publisher) by id" }), work: z.string().max(100).optional().openapi({ description: "or one work of which nobody knows the outlet" }) };

/** Whoever may see figures; for others there is nothing here, whatever they ask. */
export function viewer(c: ApiContext): MemberActor {
  const actor = member(c);
  if (!seesPeers(actor)) throw notFound();
  return actor;
}

/** The figure that a query names; 422 naming the field otherwise. */
export function figureOf(query: Parameters<typeof choiceOf>[0] & { outlet?: string | undefined; work?: string | undefined }): { choice: StanceChoice; whose: Whose; targetId: string } {
  const choice = choiceOf(query);
  const [targetId, another] = choice.targetIds;
  if (targetId === undefined || another !== undefined) return refuseParam("target", "must be one target");
  if ((query.outlet === undefined) === (query.work === undefined)) return refuseParam("outlet", "is wanted, or a work, and not both");
  const [field, id = ""] = query.outlet === undefined ? (["work", query.work] as const) : (["outlet", query.outlet] as const);
  if (!isId(id)) return refuseParam(field, "must be an id");
  return { choice, targetId, whose: field === "outlet" ? { groupId: id.toLowerCase() } : { workId: id.toLowerCase() } };
}

/** A table as a file of the project. */
export async function csvFile(c: ApiContext, text: string, name: string): Promise<never> {
  const project = await projectOf(member(c));
  return c.body(text, 200, { "Content-Type": "text/csv; charset=utf-8; header=present", "Content-Disposition": attachment(project.name, name) }) as never;
}

/** What a file answers, in a route's description. */
export const csvAnswer = (description: string) => ({ 200: { description, content: { "text/csv": { schema: z.string() } } } });

export const stance = group()
  .openapi(route(read, { method: "get", path, summary: "Stance per outlet or publisher and target under a choice, and what else there is to choose", request: { params: inProject, query: z.strictObject(choiceQuery) }, responses: { 200: answer(StanceAnswer) } }), async (c) => {
    const actor = viewer(c);
    return c.json(StanceAnswer.parse(await readStance(actor, choiceOf(c.req.valid("query")))), 200);
  })
  .openapi(route(read, { method: "get", path: `${path}.csv`, summary: "The table of the stance page, with its estimand in lines that begin with #", request: { params: inProject, query: z.strictObject(choiceQuery) }, responses: csvAnswer("One row per target and outlet or work") }), async (c) => {
    const actor = viewer(c);
    return csvFile(c, stanceCsv(await readStanceTable(actor, choiceOf(c.req.valid("query")))), "stance.csv");
  })
  .openapi(route(read, { method: "get", path: `${path}/card`, summary: "Everything under one figure", request: { params: inProject, query: z.strictObject(figureQuery) }, responses: { 200: answer(Card) } }), async (c) => {
    const [actor, { choice, whose, targetId }] = [viewer(c), figureOf(c.req.valid("query"))];
    return c.json(Card.parse(await readCard(actor, choice, whose, targetId)), 200);
  })
  .openapi(route(read, { method: "get", path: `${path}/sensitivity`, summary: "How one figure moves under each of the other choices", request: { params: inProject, query: z.strictObject(figureQuery) }, responses: { 200: answer(SensitivityAnswer) } }), async (c) => {
    const [actor, { choice, whose, targetId }] = [viewer(c), figureOf(c.req.valid("query"))];
    return c.json(SensitivityAnswer.parse(await readSensitivity(actor, choice, whose, targetId)), 200);
  });
