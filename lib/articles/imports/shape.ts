import type { BlockKind } from "../blocks";
import type { Genre } from "../provenance";

/** From where an import comes. */
export const IMPORT_SOURCES = ["paste", "files", "addresses", "feed", "browser"] as const;
export type ImportSource = (typeof IMPORT_SOURCES)[number];

/** What an import is doing: files come in, they are read for the preview, a person looks, articles are added. The last three are its end. */
export const IMPORT_STATES = ["receiving", "reading", "ready", "adding", "done", "cancelled", "failed"] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** What became of one record: before adding one of the first three, afterwards one of the last two. */
export const ROW_STATES = ["new", "copy", "look", "refused", "left_out", "kept", "joined"] as const;
export type RowState = (typeof ROW_STATES)[number];

/** As many rows are shown before adding; those behind them are judged while they are added. */
export const PREVIEWED = 1_000;
/** Bytes of every chunk of a file but the last. */
export const CHUNK_BYTES = 4 * 1024 * 1024;

/** What holds for every record of an import that does not say otherwise itself. */
export type ImportSettings = {
  readonly outletName?: string | null | undefined;
  readonly publisherName?: string | null | undefined;
  readonly genre?: Genre | null | undefined;
  readonly language?: string | null | undefined;
};

/** What a person said of a row against what was understood; null says "unknown". */
export type Corrections = {
  readonly fields?: {
    readonly title?: string | undefined;
    readonly byline?: string | null | undefined;
    readonly outletName?: string | null | undefined;
    readonly publisherName?: string | null | undefined;
    readonly publishedOn?: string | null | undefined;
    readonly language?: string | null | undefined;
    readonly genre?: Genre | null | undefined;
    readonly url?: string | null | undefined;
  };
  readonly blocks?: readonly { readonly ordinal: number; readonly kind: BlockKind }[];
  /** True once a person said that the row is right as it is. */
  readonly taken?: boolean;
};
