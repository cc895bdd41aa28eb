import { z } from "@hono/zod-openapi";
import { BLOCK_KINDS } from "@/lib/articles/blocks";
import { BLOCK_REASONS, EVIDENCE, LOOKS } from "@/lib/articles/extract/understood";
import { IMPORT_SOURCES, IMPORT_STATES, ROW_STATES } from "@/lib/articles/imports/shape";
import { GENRES } from "@/lib/articles/provenance";
import { day, languageCode, url } from "./article-schemas";
import { id, name, timestamp, version } from "./schemas";

const genre = z.enum(GENRES);
const settings = z.strictObject({ outletName: name(200).nullable().optional(), publisherName: name(200).nullable().optional(), genre: genre.nullable().optional(), language: languageCode.nullable().optional() });
const column = z.string().max(1000).nullable().exactOptional();
const mapping = z.strictObject({ text: column, html: column, title: column, byline: column, outlet: column, publisher: column, url: column, publishedOn: column, capturedAt: column, genre: column, language: column });

/** Bytes that one file may have, and files that one import may name. */
const [MAX_FILE, MAX_FILES, MAX_ADDRESSES] = [16 * 2 ** 30, 10_000, 1_000];
const File = z.strictObject({ id, name: name(1000), mediaType: z.string().max(200).optional(), bytes: z.int().min(0).max(MAX_FILE), url: url.exactOptional().openapi({ description: "Where it was captured from" }) });
const draft = { id: id.optional(), name: name(200), settings: settings.optional() };
export const ImportDraft = z.discriminatedUnion("source", [
  z.strictObject({ ...draft, source: z.enum(["paste", "files", "browser"]), files: z.array(File).min(1).max(MAX_FILES) }),
  z.strictObject({ ...draft, source: z.enum(["addresses", "feed"]), addresses: z.array(url).min(1).max(MAX_ADDRESSES) }),
]);
export const VersionWish = z.strictObject({ version });
export const ReadWish = z.strictObject({ version, mapping: mapping.optional() });
export const SettingsWish = z.strictObject({ version, settings });
export const RowChange = z.strictObject({
  version,
  take: z.boolean().optional(),
  fields: z
    .strictObject({ title: name(300), byline: name(300).nullable(), outletName: name(200).nullable(), publisherName: name(200).nullable(), publishedOn: day.nullable(), language: languageCode.nullable(), genre: genre.nullable(), url: url.nullable() })
    .partial()
    .optional(),
  blocks: z.array(z.strictObject({ ordinal: z.int().min(0).max(50_000), kind: z.enum(BLOCK_KINDS) })).max(50_000).optional(),
  text: z.string().optional(),
});
export const ImportListQuery = z.strictObject({ after: id.optional(), limit: z.coerce.number().int().min(1).max(100).default(20) });
export const RowListQuery = z.strictObject({ state: z.enum(ROW_STATES).optional(), after: z.coerce.number().int().min(0).optional(), limit: z.coerce.number().int().min(1).max(200).default(100) });
export const ordinalSlot = z.coerce.number().int().min(0).max(2 ** 31 - 1).openapi({ type: "integer" });

const count = z.int();
const head = {
  id, name: z.string(), source: z.enum(IMPORT_SOURCES), state: z.enum(IMPORT_STATES), paused: z.boolean(), settings: z.object(settings.shape),
  counts: z.object({ seen: count, new: count, copies: count, look: count, refused: count, leftOut: count, kept: count, joined: count }),
  bytes: z.object({ total: z.number(), read: z.number() }),
  problem: z.string().nullable(), previewed: count.nullable().openapi({ description: "How many rows can be looked at before adding; those behind them are judged while they are added" }),
  createdAt: timestamp, finishedAt: timestamp.nullable(), createdBy: z.object({ id, name: z.string() }).nullable(), version,
};
const table = z.object({ kind: z.enum(["csv", "jsonl"]), columns: z.array(z.string()), sample: z.array(z.array(z.string())), guessed: z.object(mapping.shape), mapping: z.object(mapping.shape) });
const ImportFile = z.object({ id, name: z.string(), mediaType: z.string(), url: z.string().nullable(), bytes: z.number(), received: z.number(), state: z.enum(["receiving", "received", "read", "added", "refused"]), reason: z.string().nullable(), table: table.nullable() });
export const Import = z.object({ ...head, files: z.array(ImportFile) });
export const ImportPage = z.object({ items: z.array(z.object(head)), next: id.nullable() });
export const ReceivedChunk = z.object({ received: z.number(), bytes: z.number(), complete: z.boolean() });

const row = {
  ordinal: count, file: z.string(), entry: z.string(), line: count.nullable(), byte: z.number().nullable(), state: z.enum(ROW_STATES), title: z.string(),
  outlet: z.string().nullable(), publisher: z.string().nullable(), publishedOn: z.string().nullable(), reason: z.string().nullable(), looks: z.array(z.enum(LOOKS)),
  copyOf: z.union([z.object({ id, title: z.string() }), z.object({ ordinal: count })]).nullable(), articleId: id.nullable(), version,
};
const proposal = z.object({ value: z.string(), from: z.enum(EVIDENCE), quote: z.string() }).nullable();
const dated = z.object({ value: z.string(), from: z.enum(EVIDENCE), quote: z.string(), others: z.array(z.string()) }).nullable();
const Block = z.object({ kind: z.enum(BLOCK_KINDS), start: count, end: count, reason: z.enum(BLOCK_REASONS).nullable() });
export const ImportRowPage = z.object({ items: z.array(z.object(row)), next: count.nullable() });
export const ImportRow = z.object({
  ...row, text: z.string().nullable(), plain: z.boolean().openapi({ description: "Whether the words are all there is of it, so that they can be put right" }), blocks: z.array(Block),
  proposals: z.object({ title: z.string(), byline: proposal, outlet: proposal, publisher: proposal, publishedOn: dated, language: proposal, url: proposal, genre: z.object({ value: genre, from: z.enum(EVIDENCE), quote: z.string() }).nullable(), looks: z.array(z.enum(LOOKS)) }).nullable(),
  corrections: z.object({ fields: z.object({ title: z.string(), byline: z.string().nullable(), outletName: z.string().nullable(), publisherName: z.string().nullable(), publishedOn: z.string().nullable(), language: z.string().nullable(), genre: genre.nullable(), url: z.string().nullable() }).partial().optional(), blocks: z.array(z.object({ ordinal: count, kind: z.enum(BLOCK_KINDS) })).optional(), taken: z.boolean().optional() }),
});
