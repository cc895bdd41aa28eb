import { z } from "@hono/zod-openapi";
import { checkChoice } from "@/lib/agreement/server/check-choice";
import { readChoices } from "@/lib/agreement/server/choices";
import { readAgreement } from "@/lib/agreement/server/read-agreement";
import { agreementFigure, agreementFileWords, type Exported } from "@/lib/exchange/agreement-figure";
import { agreementFigureCsv } from "@/lib/exchange/agreement-figure-csv";
import { AGREEMENT_FIGURES, type FigureFormat } from "@/lib/exchange/agreement-names";
import { attachment } from "@/lib/exchange/file-name";
import { pngOf } from "@/lib/exchange/server/png";
import { figureSvg } from "@/lib/exchange/svg";
import { peopleOf } from "@/lib/figures/people-of";
import { notFound } from "@/lib/kernel/errors";
import { now } from "@/lib/platform/clock";
import { projectOf } from "@/lib/projects/server/projects";
import { ChoiceQuery, choiceOf } from "./agreement-schemas";
import { type ApiContext, group, member, route } from "./door";
import { inProject } from "./schemas";

const FigureQuery = ChoiceQuery.extend({
  figure: z.enum(AGREEMENT_FIGURES),
  names: z.enum(["shown", "hidden"]).default("shown").openapi({ description: "hidden: letters in place of annotators' names" }),
});
const read = { member: "agreement.read" } as const;
const path = "/projects/{projectId}/agreement/figures";
const TYPES: Readonly<Record<FigureFormat, string>> = { csv: "text/csv; charset=utf-8; header=present", svg: "image/svg+xml; charset=utf-8", png: "image/png" };
const file = (description: string, type: string) => ({ request: { params: inProject, query: FigureQuery }, responses: { 200: { description, content: { [type]: { schema: z.string() } } } } });

/** A figure as a file of one format; a class gets counts alone. */
async function send(c: ApiContext, { figure, names, ...asked }: z.infer<typeof FigureQuery>, format: FigureFormat): Promise<never> {
  const actor = member(c);
  if (actor.projectKind === "class") throw notFound();
  const choice = choiceOf(asked);
  await checkChoice(actor, choice);
  const [report, choices, project] = await Promise.all([readAgreement(actor, choice), readChoices(actor), projectOf(actor)]);
  const exported: Exported = { report, project: project.name, date: now().toISOString().slice(0, 10), people: peopleOf(choices, report, names === "hidden") };
  const words = agreementFileWords(figure, exported);
  const svg = (): string => figureSvg(agreementFigure(figure, exported), words);
  const body = format === "csv" ? agreementFigureCsv(figure, exported) : format === "svg" ? svg() : await pngOf(actor, svg(), words.facts);
  return c.body(body, 200, { "Content-Type": TYPES[format], "Content-Disposition": attachment(project.name, `agreement-${figure}.${format}`) }) as never;
}

export const agreementFigures = group()
  .openapi(route(read, { method: "get", path: `${path}.csv`, summary: "The rows that a figure of agreement draws", ...file("Rows that begin with # say what was chosen; the columns stand in docs/formats.md", "text/csv") }), (c) => send(c, c.req.valid("query"), "csv"))
  .openapi(route(read, { method: "get", path: `${path}.svg`, summary: "A figure of agreement as SVG, with what it rests on", ...file("Needs no other file", "image/svg+xml") }), (c) => send(c, c.req.valid("query"), "svg"))
  .openapi(route(read, { method: "get", path: `${path}.png`, summary: "A figure of agreement as PNG, twice as many pixels as the SVG has units", ...file("What it rests on stands in iTXt chunks", "image/png") }), (c) => send(c, c.req.valid("query"), "png"));
