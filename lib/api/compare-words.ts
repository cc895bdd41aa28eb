import { z } from "@hono/zod-openapi";
import { readNaming } from "@/lib/compare/server/naming";
import { readWordPlaces } from "@/lib/compare/server/word-places";
import { readWords } from "@/lib/compare/server/words";
import { WORD_BASES, WORD_FRAMINGS, WORD_VOICES, type WordsChoice } from "@/lib/compare/words/report";
import { type ExportedWords, namingCsv, wordsCsv, wordsFigure, wordsFileWords } from "@/lib/exchange/compare-words";
import { attachment } from "@/lib/exchange/file-name";
import { pngOf } from "@/lib/exchange/server/png";
import { figureSvg } from "@/lib/exchange/svg";
import { now } from "@/lib/platform/clock";
import { projectOf } from "@/lib/projects/server/projects";
import { answer, type ApiContext, group, member, route } from "./door";
import { id, inProject } from "./schemas";

const read = { member: "compare.read" } as const;
const path = "/projects/{projectId}/compare";
const SetQuery = z.object({ set: id.optional().openapi({ description: "A set of articles; without it the whole project" }) });
const WordsQuery = SetQuery.extend({ basis: z.enum(WORD_BASES).default("spans").openapi({ description: "spans: words that coders marked; texts: all that the articles say" }), target: id.optional(), framing: z.enum(WORD_FRAMINGS).default("loaded"), voice: z.enum(WORD_VOICES).default("own") });
const PlacesQuery = WordsQuery.extend({ word: z.string().min(1).max(200), outlet: id });

const Scope = z.object({ set: z.object({ id, name: z.string() }).nullable(), works: z.int(), unknown: z.int(), cut: z.boolean() });
const ToldWord = z.object({ word: z.string(), n: z.int(), others: z.int(), perThousand: z.number(), othersPerThousand: z.number(), logOdds: z.number(), z: z.number() });
const Words = z.object({
  scope: Scope,
  choice: z.object({ setId: id.nullable(), basis: z.enum(WORD_BASES), targetId: id.nullable(), framing: z.enum(WORD_FRAMINGS), voice: z.enum(WORD_VOICES) }),
  prior: z.object({ weight: z.number(), least: z.int() }),
  targets: z.array(z.object({ id, name: z.string() })),
  outlets: z.array(z.object({ id, name: z.string(), works: z.int(), words: z.int(), told: z.array(ToldWord) })),
});
const NameUse = z.object({ name: z.string(), ambiguous: z.boolean(), n: z.int(), perThousand: z.number(), share: z.number().nullable() });
const Naming = z.object({
  scope: Scope,
  outlets: z.array(z.object({ id, name: z.string(), works: z.int(), words: z.int() })),
  targets: z.array(z.object({ targetId: id, name: z.string(), groups: z.array(z.object({ groupId: id, total: z.int(), names: z.array(NameUse) })) })),
});
const Place = z.object({ articleId: id, title: z.string(), start: z.int(), end: z.int(), before: z.string(), quote: z.string(), after: z.string() });

const choiceOf = ({ set, basis, target, framing, voice }: z.infer<typeof WordsQuery>): WordsChoice => ({ setId: set ?? null, basis, targetId: target ?? null, framing, voice });
const today = (): string => now().toISOString().slice(0, 10);
const fileOf = (description: string, type: string) => ({ responses: { 200: { description, content: { [type]: { schema: z.string() } } } } });
const file = (description: string, type: string) => ({ request: { params: inProject, query: WordsQuery }, ...fileOf(description, type) });
const TYPES = { csv: "text/csv; charset=utf-8; header=present", svg: "image/svg+xml; charset=utf-8", png: "image/png" } as const;

async function send(c: ApiContext, query: z.infer<typeof WordsQuery>, format: keyof typeof TYPES): Promise<never> {
  const actor = member(c);
  const [report, project] = await Promise.all([readWords(actor, choiceOf(query)), projectOf(actor)]);
  const exported: ExportedWords = { report, project: project.name, date: today() };
  const words = wordsFileWords(exported);
  const svg = (): string => figureSvg(wordsFigure(exported), words);
  const body = format === "csv" ? wordsCsv(exported) : format === "svg" ? svg() : await pngOf(actor, svg(), words.facts);
  return c.body(body, 200, { "Content-Type": TYPES[format], "Content-Disposition": attachment(project.name, `words.${format}`) }) as never;
}

export const compareWords = group()
  .openapi(route(read, { method: "get", path: `${path}/words`, summary: "The words that each outlet uses more than the others", request: { params: inProject, query: WordsQuery }, responses: { 200: answer(Words) } }), async (c) => c.json(Words.parse(await readWords(member(c), choiceOf(c.req.valid("query")))), 200))
  .openapi(route(read, { method: "get", path: `${path}/words.csv`, summary: "The same as CSV", ...file("Rows that begin with # say what was compared; the columns stand in docs/formats.md", "text/csv") }), (c) => send(c, c.req.valid("query"), "csv"))
  .openapi(route(read, { method: "get", path: `${path}/words.svg`, summary: "The plot of the words as SVG", ...file("Needs no other file", "image/svg+xml") }), (c) => send(c, c.req.valid("query"), "svg"))
  .openapi(route(read, { method: "get", path: `${path}/words.png`, summary: "The plot of the words as PNG", ...file("What it rests on stands in iTXt chunks", "image/png") }), (c) => send(c, c.req.valid("query"), "png"))
  .openapi(route(read, { method: "get", path: `${path}/words/places`, summary: "Where an outlet uses a word; at most 50 places", request: { params: inProject, query: PlacesQuery }, responses: { 200: answer(z.object({ items: z.array(Place) })) } }), async (c) => {
    const { word, outlet, ...query } = c.req.valid("query");
    return c.json({ items: z.array(Place).parse(await readWordPlaces(member(c), choiceOf(query), { word, outletId: outlet })) }, 200);
  })
  .openapi(route(read, { method: "get", path: `${path}/naming`, summary: "How each outlet names each target", request: { params: inProject, query: SetQuery }, responses: { 200: answer(Naming) } }), async (c) => c.json(Naming.parse(await readNaming(member(c), c.req.valid("query").set ?? null)), 200))
  .openapi(route(read, { method: "get", path: `${path}/naming.csv`, summary: "The same as CSV", request: { params: inProject, query: SetQuery }, ...fileOf("Rows that begin with # say what was counted", "text/csv") }), async (c) => {
    const actor = member(c);
    const [report, project] = await Promise.all([readNaming(actor, c.req.valid("query").set ?? null), projectOf(actor)]);
    return c.body(namingCsv(report, project.name, today()), 200, { "Content-Type": TYPES.csv, "Content-Disposition": attachment(project.name, "naming.csv") }) as never;
  });
