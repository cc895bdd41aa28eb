import { z } from "@hono/zod-openapi";
import { BLOCK_KINDS } from "@/lib/articles/blocks";
import { BLOCK_REASONS } from "@/lib/articles/extract/understood";
import { GENRES, isDay, languageTag, MAX_URL, webAddress } from "@/lib/articles/provenance";
import { id, name, timestamp, version } from "./schemas";

const read = (what: (text: string) => string | null, message: string) => (text: string, c: z.RefinementCtx) => {
  const value = what(text);
  if (value === null) c.addIssue({ code: "custom", message });
  return value ?? z.NEVER;
};

export const url = z.string().max(MAX_URL).transform(read(webAddress, "must be an http or https address")).openapi({ type: "string", format: "uri" });
export const day = z.string().refine(isDay, "must be a day as YYYY-MM-DD").openapi({ format: "date" });
export const languageCode = z.string().max(35).transform(read(languageTag, "must be a language tag such as en or pt-BR")).openapi({ type: "string" });
const genre = z.enum(GENRES);
const kind = z.enum(BLOCK_KINDS);
const ordinal = z.int().min(0).max(2_000_000);
const kinds = z.array(z.strictObject({ ordinal, kind })).max(50_000);

const provenance = {
  title: name(300),
  outletName: name(200).nullable(),
  outletId: id.nullable(),
  publisherName: name(200).nullable(),
  publisherId: id.nullable(),
  byline: name(300).nullable(),
  url: url.nullable(),
  publishedOn: day.nullable(),
  capturedAt: z.iso.datetime({ offset: true }),
  genre: genre.nullable(),
  language: languageCode.nullable(),
  workOf: id.nullable(),
};
export const ArticleDraft = z.strictObject({ id: id.optional(), text: z.string(), ...z.object(provenance).partial().shape, blocks: kinds.optional() });
export const ProvenanceChange = z.strictObject({ version, ...z.object(provenance).partial().shape });
export const BlocksWish = z.union([
  z.strictObject({ version, confirm: z.boolean().optional(), changes: kinds.min(1) }),
  z.strictObject({ version, confirm: z.boolean().optional(), fromOrdinal: ordinal, kind }),
]);
export const ArchiveWish = z.strictObject({ version, archived: z.boolean().default(true) });

const OutletRef = z.object({ id, name: z.string() });
const head = {
  id,
  title: z.string(),
  outlet: OutletRef.nullable(),
  publisher: OutletRef.nullable(),
  byline: z.string().nullable(),
  url: z.string().nullable(),
  publishedOn: z.string().nullable(),
  capturedAt: timestamp,
  genre: genre.nullable(),
  language: z.string().nullable(),
  words: z.int(),
  codePoints: z.int(),
  ownVoiceCodePoints: z.int().nullable(),
  archived: z.boolean(),
  createdAt: timestamp,
  version,
  sourceHidden: z.boolean().optional(),
};
export const ArticleHead = z.object(head);
export const AddedArticle = z.object({ ...head, sameText: z.object({ id, title: z.string() }).nullable(), assigned: z.int() });
const Own = z.object({ assignmentId: id, state: z.string() }).nullable();
const Counts = z.object({ assigned: z.int(), inProgress: z.int(), submitted: z.int() });
const ListedArticle = z.object({ ...head, own: Own, counts: Counts.nullable(), progress: z.string().nullable(), copies: z.int().nullable(),
  match: z.object({ text: z.string(), marks: z.array(z.object({ start: z.int(), end: z.int() })) }).nullable().openapi({ description: "where a search found its words: at most 160 code points, and which of them match" }) });
export const ArticlePage = z.object({
  items: z.array(ListedArticle),
  from: z.int(),
  count: z.object({ value: z.int(), more: z.boolean() }).openapi({ description: "counted up to 10,000; more says that there are more" }),
  next: z.string().nullable(),
  previous: z.string().nullable(),
});
const reason = z.enum(BLOCK_REASONS).nullable().openapi({ description: "Why the block was taken for its kind; null for an ordinary paragraph, and where the source is hidden" });
const Block = z.object({ ordinal: z.int(), kind, start: z.int(), end: z.int(), version, reason });
export const ChangedBlocks = z.object({ ...head, blocks: z.array(Block) });
export const ArticleDocument = z.object({
  ...head,
  own: Own,
  revision: z.object({ id, number: z.int(), sha256: z.string().nullable(), createdAt: timestamp }),
  blocks: z.array(Block),
  text: z.string(),
  voiceShares: z.object({ own: z.int(), direct: z.int(), reported: z.int(), embedded: z.int() }).nullable().openapi({ description: "Code points of the annotatable blocks in each voice, as the text was read by rule; null where the source is hidden" }),
  copies: z.array(z.object({ id, title: z.string(), outlet: z.string().nullable(), publisher: z.string().nullable(), archived: z.boolean() })).nullable(),
  assigned: z.array(z.object({ assignmentId: id, memberId: id, pseudonym: z.string(), state: z.string(), submittedAt: timestamp.nullable(), phase: z.string(), round: z.int(), dueOn: z.string().nullable(), locked: z.boolean(), version })).nullable(),
  changedAfterReveal: z.int().nullable(),
});
const articleFilters = {
  q: z.string().max(200).optional().openapi({ description: "words, \"a phrase\", or, -not" }),
  title: z.string().max(200).optional().openapi({ description: "letters that stand in the title" }),
  language: languageCode.optional(),
  from: day.optional(),
  to: day.optional(),
  targetId: id.optional(),
  setId: id.optional(),
  outletId: id.or(z.literal("unknown")).optional(),
  publisherId: id.or(z.literal("unknown")).optional(),
  genre: genre.optional(),
  state: z.enum(["not_assigned", "assigned", "in_progress", "submitted", "archived"]).optional(),
  onePerWork: z.enum(["true", "false"]).optional(),
};
/** What articles are narrowed to in a body. */
export const ArticleFilters = z.strictObject({ ...articleFilters, onePerWork: z.boolean().optional() });
export const ArticleListQuery = z.strictObject({
  ...articleFilters,
  order: z.enum(["oldest", "newest", "best"]).optional().openapi({ description: "best: the best matches of q first, which is usual where q is given" }),
  after: z.string().max(100).optional(),
  before: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
