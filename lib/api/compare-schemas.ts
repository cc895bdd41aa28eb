import { z } from "@hono/zod-openapi";
import { VOICES } from "@/lib/annotations/span";
import { BLOCK_KINDS } from "@/lib/articles/blocks";
import { SPEECH_KINDS } from "@/lib/articles/speech/passage";
import { FRAMINGS } from "@/lib/codebook/framing";
import { ORDERS } from "@/lib/compare/document";
import { MOST } from "@/lib/compare/choose";
import { VerdictAnswer } from "./compare-verdicts";
import { id, name, version } from "./schemas";

/** What the routes of comparisons take and answer. */
const offset = z.int().min(0);
const range = { start: offset, end: offset };
const named = z.object({ id, name: z.string() });
const day = z.string().nullable();
const told = z.strictObject({ articleId: id, revisionId: id, start: offset, end: z.int().min(1) });

const ids = z.string().max(400).transform((text) => text.split(",")).pipe(z.array(id).min(1).max(MOST)).openapi({ type: "string", description: "ids of two to six articles, with commas between them" });
const how = { order: z.enum(ORDERS).default("free"), marks: z.enum(["shown", "none"]).default("shown") };
export const SetQuery = z.strictObject({ articles: ids.optional(), ...how });
export const HandQuery = z.strictObject({ articles: ids, ...how });

export const ComparableSet = z.object({ id, name: z.string(), articles: z.int(), works: z.int(), outlets: z.array(z.string()), outletCount: z.int(), from: day, to: day, omissions: z.int(), conflicts: z.int() });

const Column = z.object({
  id, title: z.string(), outlet: named.nullable(), publisher: named.nullable(), byline: z.string().nullable(), publishedOn: day, language: z.string().nullable(), genre: z.string().nullable(), words: z.int(),
  workId: id, copies: z.array(id), revisionId: id, ownShare: z.number().nullable(),
  blocks: z.array(z.object({ ordinal: z.int(), kind: z.enum(BLOCK_KINDS), ...range })),
  sentences: z.array(z.object({ index: z.int(), ...range, text: z.string(), kind: z.enum(BLOCK_KINDS) })),
  leftOut: z.int().openapi({ description: "sentences that stand behind those that are compared" }),
  speech: z.array(z.object({ kind: z.enum(SPEECH_KINDS), ...range })),
  layer: z.enum(["settled", "raw", "none"]),
  marks: z.array(z.object({ id, framing: z.enum(FRAMINGS), voice: z.enum(VOICES).nullable(), target: z.string(), parts: z.array(z.object(range)) })),
  absent: z.int(), alone: z.int(),
});
const Row = z.object({
  key: z.string(), cells: z.array(z.object({ articleId: id, sentences: z.array(z.int()) })), words: z.array(z.string()), likeness: z.number().nullable(), byHand: z.boolean(), headlines: z.boolean(),
  name: z.object({ id, name: z.string(), by: z.string().nullable(), at: z.string(), version }).nullable(), omissions: z.array(id),
});
const ShownOmission = z.object({ id, articleId: id, told: z.object({ articleId: id, ...range }).nullable(), toldBy: id, quote: z.string(), note: z.string(), nowTold: z.boolean(), by: z.string().nullable(), mayChange: z.boolean(), at: z.string(), version });
export const ComparisonAnswer = z.object({
  set: z.object({ id, name: z.string(), version }).nullable(), order: z.enum(ORDERS), missing: z.int(),
  columns: z.array(Column), choosable: z.array(z.object({ id, title: z.string(), outlet: named.nullable(), publishedOn: day, words: z.int() })), rows: z.array(Row), omissions: z.array(ShownOmission),
  verdicts: z.array(VerdictAnswer.extend({ state: z.enum(["standing", "carried", "changed"]), quotes: z.tuple([z.string(), z.string()]) })), marksCut: z.boolean(),
});

const note = z.string().max(4000);
export const OmissionDraft = z.strictObject({ id: id.optional(), articleId: id, told, note });
export const OmissionChange = z.strictObject({ version, note });
export const OmissionAnswer = z.object({ id, articleId: id, told: z.object({ articleId: id, revisionId: id, ...range }), quote: z.string(), note: z.string(), by: z.string().nullable(), at: z.string(), version });
export const NameDraft = z.strictObject({ place: told, name: z.union([z.literal(""), name(120)]), replaces: z.strictObject({ id, version }).nullable().default(null) });
export const NameAnswer = z.object({ name: z.object({ id, place: told, name: z.string(), by: z.string().nullable(), at: z.string(), version }).nullable() });
