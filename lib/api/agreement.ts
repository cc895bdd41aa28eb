import { z } from "@hono/zod-openapi";
import type { Choice } from "@/lib/agreement/choice";
import { UNIT_COLUMNS } from "@/lib/agreement/analyse/unit-rows";
import { checkChoice } from "@/lib/agreement/server/check-choice";
import { readChoices } from "@/lib/agreement/server/choices";
import { readAgreement, readClassCounts, readUnits } from "@/lib/agreement/server/read-agreement";
import { agreementCsv } from "@/lib/exchange/agreement-csv";
import { BOM, csvRecords } from "@/lib/exchange/csv";
import { attachment } from "@/lib/exchange/file-name";
import { notFound } from "@/lib/kernel/errors";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { projectOf } from "@/lib/projects/server/projects";
import { ChoiceQuery, choiceOf, ChoicesAnswer, ClassAnswer, ReportAnswer } from "./agreement-schemas";
import { answer, group, member, route, type ApiContext } from "./door";
import { inProject } from "./schemas";

const read = { member: "agreement.read" } as const;
const path = "/projects/{projectId}/agreement";
const asked = { params: inProject, query: ChoiceQuery };
const csv = (description: string) => ({ 200: { description, content: { "text/csv": { schema: z.string() } } } });

async function checked(actor: MemberActor, query: z.infer<typeof ChoiceQuery>): Promise<Choice> {
  const choice = choiceOf(query);
  await checkChoice(actor, choice);
  return choice;
}

async function table(c: ApiContext, text: string, name: string): Promise<never> {
  const project = await projectOf(member(c));
  return c.body(text, 200, { "Content-Type": "text/csv; charset=utf-8; header=present", "Content-Disposition": attachment(project.name, name) }) as never;
}

export const agreement = group()
  .openapi(route(read, { method: "get", path, summary: "How well annotators agree, with everything that the figures rest on; for a class counts alone", request: asked, responses: { 200: answer(z.union([ReportAnswer, ClassAnswer])) } }), async (c) => {
    const actor = member(c);
    const choice = await checked(actor, c.req.valid("query"));
    if (actor.projectKind === "class") return c.json(ClassAnswer.parse(await readClassCounts(actor, choice)), 200);
    return c.json(ReportAnswer.parse({ kind: "report", ...(await readAgreement(actor, choice)) }), 200);
  })
  .openapi(route(read, { method: "get", path: `${path}/choices`, summary: "What can be chosen, with counts", request: { params: inProject }, responses: { 200: answer(ChoicesAnswer) } }), async (c) => c.json(ChoicesAnswer.parse(await readChoices(member(c))), 200))
  .openapi(route(read, { method: "get", path: `${path}.csv`, summary: "Every figure of the page as one long table", request: asked, responses: csv("One row per figure; the columns stand in docs/formats.md") }), async (c) => {
    const actor = member(c);
    if (actor.projectKind === "class") throw notFound();
    return table(c, agreementCsv(await readAgreement(actor, await checked(actor, c.req.valid("query")))), "agreement.csv");
  })
  .openapi(route(read, { method: "get", path: `${path}/units.csv`, summary: "Every coded unit that the figures rest on, so that any program can compute them again", request: asked, responses: csv("One row per part of a mark, judgement, answer, or article read; the columns stand in docs/formats.md") }), async (c) => {
    const actor = member(c);
    if (actor.projectKind === "class") throw notFound();
    const units = await readUnits(actor, await checked(actor, c.req.valid("query")));
    return table(c, BOM + csvRecords([UNIT_COLUMNS, ...units]), "agreement-units.csv");
  });
