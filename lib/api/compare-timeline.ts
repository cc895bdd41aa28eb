import { z } from "@hono/zod-openapi";
import { MOST } from "@/lib/compare/choose";
import { TIME_KINDS } from "@/lib/compare/mention";
import { readTimeline } from "@/lib/compare/server/timeline";
import { type ExportedTimeline, timelineCsv, timelineFigure, timelineFileWords } from "@/lib/exchange/compare-timeline";
import { attachment } from "@/lib/exchange/file-name";
import { pngOf } from "@/lib/exchange/server/png";
import { figureSvg } from "@/lib/exchange/svg";
import { now } from "@/lib/platform/clock";
import { projectOf } from "@/lib/projects/server/projects";
import { VerdictAnswer } from "./compare-verdicts";
import { answer, type ApiContext, group, member, route } from "./door";
import { id, inProject } from "./schemas";

const read = { member: "compare.read" } as const;
const path = "/projects/{projectId}/compare/{articleSetId}/timeline" as const;
const params = inProject.extend({ articleSetId: id });
const query = z.strictObject({ articles: z.string().max(400).transform((text) => text.split(",")).pipe(z.array(id).min(1).max(MOST)).optional().openapi({ type: "string", description: "ids of two to six articles of the set, with commas between them" }) });

const place = { articleId: id, start: z.int(), end: z.int(), sentence: z.int(), vague: z.boolean(), quote: z.string(), told: z.string(), block: z.int() };
const Time = z.object({ ...place, kind: z.enum(TIME_KINDS), from: z.string().nullable(), to: z.string().nullable(), anchor: z.string().nullable() });
const Figure = z.object({ ...place, low: z.number().nullable(), high: z.number().nullable(), unit: z.string() });
const fact = { key: z.string(), likeness: z.number(), words: z.array(z.string()), compatible: z.boolean(), verdict: VerdictAnswer.nullable() };
const Answer = z.object({
  set: z.object({ id, name: z.string() }),
  articles: z.array(z.object({ id, revisionId: id, title: z.string(), outlet: z.string().nullable(), publishedOn: z.string().nullable() })),
  times: z.array(Time),
  figures: z.array(Figure),
  facts: z.array(z.union([z.object({ ...fact, subject: z.literal("time"), a: Time, b: Time }), z.object({ ...fact, subject: z.literal("figure"), a: Figure, b: Figure })])),
  cut: z.int().openapi({ description: "articles of which only the first 500 times or figures are told" }),
});
const TYPES = { csv: "text/csv; charset=utf-8; header=present", svg: "image/svg+xml; charset=utf-8", png: "image/png" } as const;
const file = (description: string, type: string) => ({ request: { params, query }, responses: { 200: { description, content: { [type]: { schema: z.string() } } } } });

async function send(c: ApiContext, setId: string, articles: readonly string[] | undefined, format: keyof typeof TYPES): Promise<never> {
  const actor = member(c);
  const [timeline, project] = await Promise.all([readTimeline(actor, setId, articles ?? []), projectOf(actor)]);
  const exported: ExportedTimeline = { timeline, project: project.name, date: now().toISOString().slice(0, 10) };
  const words = timelineFileWords(exported);
  const svg = (): string => figureSvg(timelineFigure(exported), words);
  const body = format === "csv" ? timelineCsv(exported) : format === "svg" ? svg() : await pngOf(actor, svg(), words.facts);
  return c.body(body, 200, { "Content-Type": TYPES[format], "Content-Disposition": attachment(project.name, `timeline.${format}`) }) as never;
}

export const compareTimeline = group()
  .openapi(route(read, { method: "get", path, summary: "Times and figures that the articles of a set name, and what may be, or was said to be, one fact", request: { params, query }, responses: { 200: answer(Answer) } }), async (c) =>
    c.json(Answer.parse(await readTimeline(member(c), c.req.valid("param").articleSetId, c.req.valid("query").articles ?? [])), 200),
  )
  .openapi(route(read, { method: "get", path: `${path}.csv`, summary: "The same as CSV", ...file("Rows that begin with # say what was compared; the columns stand in docs/formats.md", "text/csv") }), (c) => send(c, c.req.valid("param").articleSetId, c.req.valid("query").articles, "csv"))
  .openapi(route(read, { method: "get", path: `${path}.svg`, summary: "The strip of the timeline as SVG", ...file("Needs no other file", "image/svg+xml") }), (c) => send(c, c.req.valid("param").articleSetId, c.req.valid("query").articles, "svg"))
  .openapi(route(read, { method: "get", path: `${path}.png`, summary: "The strip of the timeline as PNG", ...file("What it rests on stands in iTXt chunks", "image/png") }), (c) => send(c, c.req.valid("param").articleSetId, c.req.valid("query").articles, "png"));
