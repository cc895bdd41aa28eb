import { z } from "@hono/zod-openapi";
import { ATTRIBUTIONS, DIRECTNESS, VOICES } from "@/lib/annotations/span";
import { DEVICES, FRAMINGS } from "@/lib/codebook/framing";
import { id } from "./schemas";
import { AllCounts, Assessed, Card, Choice, count, Interval, quantity, Status, Table, Target, Whose } from "./stance-schemas";

/** What stands behind a figure; the meaning of each part is in lib/stance/behind.ts. */
export const SensitivityAnswer = z.object({
  choice: Choice, whose: Whose, target: Target, figure: Assessed, dataVersion: z.string(),
  rows: z.array(z.object({
    key: z.string(), choice: Choice, works: count, mean: quantity(z.number()), interval: quantity(Interval), status: Status.nullable(), shift: quantity(z.number()), turns: z.boolean().nullable(),
    clear: z.enum(["advocacy", "critical"]).nullable(), clearChanges: z.boolean().nullable(),
  })),
  moves: z.object({ turns: count, clearChanges: count, figures: count, range: z.object({ low: z.number(), high: z.number() }).nullable() }),
});
const Coder = z.object({ coderId: id, name: z.string().nullable(), value: z.number(), spans: count, counts: AllCounts });
const Article = z.object({ articleId: id, title: z.string(), outlet: z.string().nullable(), publisher: z.string().nullable(), publishedOn: z.iso.date().nullable(), genre: z.string().nullable(), value: z.number(), settled: z.boolean(), coders: z.array(Coder) });
export const WorksAnswer = z.object({ items: z.array(z.object({ workId: id, title: z.string(), value: z.number(), spans: count, articles: z.array(Article) })), total: count, next: z.string().nullable() });
const Part = z.object({ start: count, end: count, quote: z.string() });
const Mark = z.object({
  id, articleId: id, articleTitle: z.string(), annotator: z.string().nullable(), targetId: id, framing: z.enum(FRAMINGS), voice: z.enum(VOICES).nullable(), attribution: z.enum(ATTRIBUTIONS).nullable(), speaker: z.string().nullable(),
  directness: z.enum(DIRECTNESS), device: z.enum(DEVICES).nullable(), note: z.string(), publishers: z.boolean(), parts: z.array(Part),
});
export const MarksAnswer = z.object({ items: z.array(Mark), total: count, next: z.string().nullable() });
export const DifferenceAnswer = z.object({ targetId: id, first: id, second: id, kind: z.enum(["paired", "unpaired"]), pairs: count, works: z.tuple([count, count]), difference: quantity(z.number()), interval: quantity(Interval), clear: z.enum(["advocacy", "critical"]).nullable() });

/** Whose figure was kept, and toward which target. */
export const KeptCell = z.union([z.strictObject({ groupId: id, targetId: id }), z.strictObject({ workId: id, targetId: id })]);
const entry = { id, name: z.string(), choice: Choice, cell: KeptCell.nullable(), dataVersion: z.string(), keptBy: z.string().nullable(), keptAt: z.iso.datetime() };
export const KeptEntryAnswer = z.object(entry);
export const KeptListAnswer = z.object({ items: z.array(KeptEntryAnswer), next: id.nullable() });
export const KeptAnswer = z.object({
  ...entry, result: z.discriminatedUnion("kind", [z.object({ kind: z.literal("table"), table: Table }), z.object({ kind: z.literal("card"), card: Card })]),
  today: z.object({ state: z.enum(["same", "other", "gone"]), dataVersion: z.string(), moved: z.array(z.object({ id, targetId: id, kept: z.number().nullable(), today: z.number().nullable() })) }),
});
