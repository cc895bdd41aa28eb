import { z } from "@hono/zod-openapi";
import { COMPARED_PHASES, DEFAULT_CHOICE, LAYERS, levelOf, LEVELS, type Choice, type Layer } from "@/lib/agreement/choice";
import { CAUSES, COEFFICIENTS, LEFT_OUT, UNDEFINED, UNITS } from "@/lib/agreement/report";
import { id } from "./schemas";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;
const isLayer = (text: string): text is Layer => (LAYERS as readonly string[]).includes(text) || (text.startsWith("set:") && UUID.test(text.slice(4)));
const layer = z.string().max(60).toLowerCase().refine(isLayer, { message: `must be one of ${LAYERS.join(", ")}, or "set:" and the id of a label set` });

/** Several values with commas between them; none means all. */
const many = <S extends z.ZodType<unknown, string>>(one: S, most: number) => z.string().max(8000).transform((text) => (text === "" ? [] : text.split(","))).pipe(z.array(one).max(most)).openapi({ type: "string", description: "one or several, with commas between them; all where it is missing" });

/** The query of the agreement page: every part of a choice by its name; what is missing is the default. */
export const ChoiceQuery = z.strictObject({
  layer: layer.default(DEFAULT_CHOICE.layer),
  level: z.enum(LEVELS).optional().openapi({ description: "ordinal where the layer has an order, else nominal" }),
  phases: many(z.enum(COMPARED_PHASES), 3).optional(),
  round: z.coerce.number().int().min(1).max(100).default(DEFAULT_CHOICE.round),
  submissions: z.enum(["first", "latest"]).default(DEFAULT_CHOICE.submissions),
  annotatorIds: many(id, 200).optional(),
  targetIds: many(id, 200).optional(),
  articleIds: many(id, 200).optional(),
  articleSetId: id.optional(),
  genre: z.string().min(1).max(100).optional(),
  codebookVersion: z.coerce.number().int().min(1).max(1_000_000).optional(),
  peers: z.enum(["unseen", "any"]).default(DEFAULT_CHOICE.peers),
  source: z.enum(["any", "hidden", "shown"]).default(DEFAULT_CHOICE.source),
  suggestions: z.enum(["any", "without"]).default(DEFAULT_CHOICE.suggestions),
  interval: z.enum(["jackknife", "bootstrap"]).default(DEFAULT_CHOICE.interval),
  seed: z.string().regex(/^\d{1,20}$/u, "must be 1 to 20 digits").refine((text) => !/^\d+$/u.test(text) || BigInt(text) < 1n << 64n, { message: "must be below 2^64" }).default(DEFAULT_CHOICE.seed),
});

const ordered = <T extends string>(values: readonly T[] | undefined): readonly T[] => [...new Set(values ?? [])].sort();

/** The choice that a query means; equal choices are written alike, so that they are computed once. */
export const choiceOf = (query: z.infer<typeof ChoiceQuery>): Choice => ({
  layer: query.layer, level: query.level ?? levelOf(query.layer), phases: ordered(query.phases), round: query.round, submissions: query.submissions,
  annotatorIds: ordered(query.annotatorIds), targetIds: ordered(query.targetIds), articleIds: ordered(query.articleIds), articleSetId: query.articleSetId ?? null, genre: query.genre ?? null,
  codebookVersion: query.codebookVersion ?? null, peers: query.peers, source: query.source, suggestions: query.suggestions, interval: query.interval, seed: query.seed,
});

const count = z.int().min(0);
const share = z.number().min(0);
const quantity = <V extends z.ZodType>(value: V) => z.union([z.object({ value }), z.object({ value: z.null(), reason: z.enum(UNDEFINED) })]);
const figure = quantity(z.number());
const interval = quantity(z.object({ low: z.number(), high: z.number(), documents: count }));
const named = z.object({ key: z.string(), name: z.string().nullable() });
const line = {
  key: z.string(), name: z.string().nullable(), coefficient: z.enum(COEFFICIENTS), level: z.enum(LEVELS), unit: z.enum(UNITS), figure, interval, same: figure, expected: figure,
  prevalence: z.array(z.object({ value: z.string(), name: z.string().nullable(), share })), units: z.number().min(0), spans: count, articles: count, annotators: count, coverage: z.number().nullable(),
};
const Line = z.object(line);
const Passage = z.object({ articleId: id, start: count, end: count, quote: z.string() });
const person = z.object({ id, name: z.string() });
export const Chosen = z.object({
  layer, level: z.enum(LEVELS), phases: z.array(z.enum(COMPARED_PHASES)), round: count, submissions: z.enum(["first", "latest"]), annotatorIds: z.array(id), targetIds: z.array(id), articleIds: z.array(id), articleSetId: id.nullable(), genre: z.string().nullable(),
  codebookVersion: count.nullable(), peers: z.enum(["unseen", "any"]), source: z.enum(["any", "hidden", "shown"]), suggestions: z.enum(["any", "without"]), interval: z.enum(["jackknife", "bootstrap"]), seed: z.string(),
});

/** A report as it is served; the meaning of each part stands in lib/agreement/report.ts. */
export const ReportAnswer = z.object({
  kind: z.literal("report"),
  choice: Chosen, dataVersion: z.string(), phases: z.array(z.enum(COMPARED_PHASES)), annotators: z.array(person), targets: z.array(person),
  counts: z.object({ articles: count, sharedArticles: count, works: count, continua: count, spans: count, submissions: count }),
  headline: Line, layers: z.array(z.object({ ...line, layer })), perLabel: z.array(Line), perTarget: z.array(Line), others: z.array(Line),
  pairs: z.array(z.object({ a: id, b: id, figure, articles: count })),
  confusion: z.object({ values: z.array(named), counts: z.array(z.array(z.number())) }),
  weeks: z.array(z.object({ monday: z.iso.date(), articles: count, figure, interval })),
  severity: z.array(z.object({ annotatorId: id, spans: count, per1000Words: figure, critical: figure, articles: count })),
  causes: z.array(z.object({ kind: z.enum(CAUSES), passages: count, share, examples: z.array(Passage) })),
  costly: z.array(z.object({ articleId: id, title: z.string(), share, passages: z.array(Passage.extend({ share })) })),
  leftOut: z.array(z.object({ reason: z.enum(LEFT_OUT), assignments: count, spans: count })),
  selfOverlaps: z.object({ merged: count, cut: count }),
});

/** What a class gets: counts, never a coefficient. */
export const ClassAnswer = z.object({ kind: z.literal("class"), articles: z.array(z.object({ articleId: id, title: z.string(), submitted: count, spans: count, places: count, placesOfSeveral: count, sameFraming: count })) });

export const ChoicesAnswer = z.object({
  annotators: z.array(z.object({ id, name: z.string(), submitted: count })), targets: z.array(person),
  sets: z.array(z.object({ id, name: z.string(), level: z.enum(["span", "article"]), choice: z.enum(["single", "multiple"]) })), asks: z.object({ voice: z.boolean(), device: z.boolean() }),
  genres: z.array(z.object({ genre: z.string(), articles: count })), codebookVersions: z.array(count), phases: z.array(z.object({ phase: z.string(), submitted: count })), rounds: z.array(count),
  articleSets: z.array(z.object({ id, name: z.string(), articles: count })), sourceBlind: z.boolean(),
});
