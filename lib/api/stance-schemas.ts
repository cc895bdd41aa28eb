import { z } from "@hono/zod-openapi";
import { COEFFICIENTS, UNITS } from "@/lib/agreement/report";
import { LEVELS } from "@/lib/agreement/choice";
import { GENRES } from "@/lib/articles/provenance";
import { CHOSEN_VOICES, DATA_LAYERS, MEASURED, type StanceChoice } from "@/lib/stance/choice";
import { CHOICE_PARAMS, choiceFrom, type ChoiceParam } from "@/lib/stance/choice-address";
import { GROUPINGS } from "@/lib/stance/grouping";
import { refuseParam } from "@/lib/stance/server/check-choice";
import { id } from "./schemas";

const text = (description: string) => z.string().max(4000).optional().openapi({ description });

/** Every part of a choice by its name in an address; what is missing is the default. What the values may be is said, and refused, by `choiceFrom`. */
export const choiceQuery = {
  by: text("outlet (default): who first published the words; publisher: who put them up"), measured: text("spans (default) or judgements"), voice: text("own (default), quoted or all"), data: text("adjudicated (default) or raw"),
  target: text("one or several ids, with commas between them; the targets of the project's focus where it is missing"), genre: text("one genre"), from: text("first day of publication, YYYY-MM-DD"), to: text("last day of publication"),
  device: text("any (default), words or facts"), directness: text("direct (default), indirect or any"), source: text("any (default), hidden or shown"), codebook: text("number of a codebook version"), set: text("id of a set of articles"),
  children: text("yes: with the targets below it"), adjust: text("none (default) or severity"),
} satisfies Record<ChoiceParam, z.ZodType>;

/** The choice of a query; 422 naming the field otherwise. Call it only for whoever may see figures, so that nobody else learns more than that there is nothing. */
export function choiceOf(query: Readonly<Partial<Record<ChoiceParam, string | undefined>>>): StanceChoice {
  const found = choiceFrom(Object.fromEntries(CHOICE_PARAMS.map((name) => [name, query[name]])));
  return found.ok ? found.value : refuseParam(found.error.field, found.error.message);
}

const day = z.iso.date();
/** A choice as it is written in a body and an answer. */
export const Choice = z.strictObject({
  by: z.enum(GROUPINGS), measured: z.enum(MEASURED), voice: z.enum(CHOSEN_VOICES), data: z.enum(DATA_LAYERS), targetIds: z.array(id).max(100), genre: z.enum(GENRES).nullable(), from: day.nullable(), to: day.nullable(),
  device: z.enum(["any", "words", "facts"]), directness: z.enum(["direct", "indirect", "any"]), source: z.enum(["any", "hidden", "shown"]), codebookVersion: z.int().min(1).max(1_000_000).nullable(), articleSetId: id.nullable(),
  children: z.boolean(), adjust: z.enum(["none", "severity"]),
}).refine((choice) => choice.from === null || choice.to === null || choice.from <= choice.to, { path: ["from"], message: "must not be after the last day" });

export const count = z.int().min(0);
export const Counts = z.object({ advocacy: count, neutral: count, critical: count });
export const AllCounts = z.object({ own: Counts, quoted: Counts, embedded: Counts, none: Counts });
/** A value, or null with the reason. */
export const quantity = <V extends z.ZodType>(value: V) => z.union([z.object({ value }), z.object({ value: z.null(), reason: z.string() })]);
export const Interval = z.object({ low: z.number(), high: z.number(), cutLow: z.boolean(), cutHigh: z.boolean() });
export const Status = z.object({ level: z.enum(["enough", "tentative", "not_enough"]), reasons: z.array(z.string()), sentence: z.string() });
export const Assessed = z.object({ works: count, sharedWorks: count, mean: quantity(z.number()), interval: quantity(Interval), status: Status });
const Rate = z.object({ works: count, mean: quantity(z.number()), interval: quantity(Interval) });
const Points = z.array(z.object({ workId: id, value: z.number() }));
const basis = {
  articles: count, works: count, annotators: count, sharedWorks: count, settledArticles: count, spans: count, counts: AllCounts,
  judged: z.object({ judgements: count, unclear: count, notAddressed: count }).nullable(),
};
const Cell = z.object({
  groupId: id, targetId: id, ...basis, figure: Assessed, points: Points.openapi({ description: "the works themselves, where there are fewer than three" }), quoted: Assessed.nullable(), quotedPoints: Points, rate: Rate,
  shrunken: quantity(z.object({ mean: z.number(), interval: Interval, kept: z.number() })), reading: z.string(),
});
const Single = z.object({ workId: id, targetId: id, title: z.string(), articleIds: z.array(id), ...basis, value: quantity(z.number()), quoted: quantity(z.number()), rate: quantity(z.number()) });
export const Target = z.object({ id, name: z.string(), isFocus: z.boolean() });
const named = z.object({ id, name: z.string() });
const Pooled = quantity(z.object({ outlets: count, mean: z.number(), interval: Interval, between: z.number(), within: z.number() }));
const Order = z.object({ compared: z.array(id), apart: z.array(z.object({ critical: id, advocacy: id })), pairs: count, says: z.enum(["too_few", "none", "some", "all"]) });
const table = {
  choice: Choice, targets: z.array(Target), outlets: z.array(named), cells: z.array(Cell), singles: z.array(Single), singleWorks: count, workTitles: z.record(z.string(), z.string()),
  toward: z.array(z.object({ targetId: id, order: Order, pooled: Pooled, notAdjusted: z.string().nullable() })), namesPending: count, dataVersion: z.string(), at: z.iso.datetime(),
};
export const Table = z.object(table);
const Filters = z.object({
  articlesRead: count, targets: z.array(Target), genres: z.array(z.object({ genre: z.string(), articles: count })), days: z.object({ from: day, to: day }).nullable(), withoutDay: count, codebookVersions: z.array(count), articleSets: z.array(named),
  hidden: z.boolean(), shown: z.boolean(), indirect: z.boolean(), words: z.boolean(), facts: z.boolean(), judgements: z.boolean(), spans: z.boolean(), settled: z.boolean(), publishersDiffer: z.boolean(), children: z.boolean(),
});
export const StanceAnswer = z.object({ ...table, filters: Filters });

const Agreement = z.object({
  layer: z.enum(["framing", "judgement"]), coefficient: z.enum(COEFFICIENTS), level: z.enum(LEVELS), unit: z.enum(UNITS), figure: quantity(z.number()), interval: quantity(z.object({ low: z.number(), high: z.number(), documents: count })),
  units: z.number().min(0), articles: count, annotators: count, advice: z.enum(["fine", "warn", "refuse"]),
});
export const Whose = z.object({ kind: z.enum(["group", "work"]), id, name: z.string() });
export const Card = z.object({
  choice: Choice, whose: Whose, target: Target, estimand: z.string(), cell: Cell.nullable(), single: Single.nullable(),
  speakers: z.object({ top: z.array(z.object({ name: z.string(), spans: count, counts: Counts })), rest: z.object({ speakers: count, counts: Counts }), unnamed: Counts }),
  genres: z.array(z.object({ genre: z.string().nullable(), articles: count, works: count, figure: Assessed, points: Points })), copies: count, inCommon: z.object({ pairs: count, fewest: count, most: count }).nullable(),
  settledShare: quantity(z.number()), dates: z.object({ from: day.nullable(), to: day.nullable(), without: count }), notAddressing: count, blindShare: quantity(z.number()),
  codebook: z.object({ versions: z.array(z.object({ number: count, marks: count })), leftOut: count }), articleSet: z.string().nullable(), sampling: z.string(), addressedBy: z.enum(["evidence", "marked"]), agreement: Agreement,
  adjusted: quantity(z.object({ figure: Assessed, annotators: count, articles: count, most: z.number() })), pooled: Pooled,
  labelUncertainty: quantity(z.object({ interval: Interval, share: z.number(), articles: count, single: count, draws: count })), namesPending: count, methods: z.array(z.string()), dataVersion: z.string(), at: z.iso.datetime(),
});
