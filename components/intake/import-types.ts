import type { BlockKind } from "@/lib/articles/blocks";
import type { BlockReason, Look, Understood } from "@/lib/articles/extract/understood";
import type { Mapping } from "@/lib/articles/formats/record";
import type { Genre } from "@/lib/articles/provenance";

export type ImportSource = "paste" | "files" | "addresses" | "feed" | "browser";
export type ImportState = "receiving" | "reading" | "ready" | "adding" | "done" | "cancelled" | "failed";
export type RowState = "new" | "copy" | "look" | "refused" | "left_out" | "kept" | "joined";

/** The head of a table in a file: what its columns are called, a few of its rows, and which column was taken for what. */
export type FileTable = { columns: readonly string[]; sample: readonly (readonly string[])[]; mapping: { [field in keyof Mapping]?: string | null | undefined } };
/** A file of an import; `received` counts bytes from its beginning. */
export type ImportFile = { id: string; name: string; bytes: number; received: number; state: string; reason: string | null; table: FileTable | null };
export type ImportCounts = { seen: number; new: number; copies: number; look: number; refused: number; leftOut: number; kept: number; joined: number };
/** An import as a list shows it; moments come from the server as dates, from the API as text. */
export type ListedImport = { id: string; name: string; source: ImportSource; state: ImportState; paused: boolean; counts: ImportCounts; createdAt: string | Date };
/** One import with its files. */
export type Import = ListedImport & {
  bytes: { total: number; read: number };
  problem: string | null;
  files: ImportFile[];
  /** How many records can be looked at before adding. */
  previewed: number | null;
  finishedAt: string | Date | null;
  version: number;
};

/** One record of an import, as the list shows it. */
export type ImportRow = {
  ordinal: number; file: string; entry: string; line: number | null; state: RowState; title: string; outlet: string | null; publisher: string | null; publishedOn: string | null;
  reason: string | null; looks: Look[]; copyOf: { id: string; title: string } | { ordinal: number } | null; articleId: string | null; version: number;
};
/** What a person can put right of a record; null says that it is unknown. */
export type RowFields = { title: string; byline: string | null; outletName: string | null; publisherName: string | null; publishedOn: string | null; language: string | null; genre: Genre | null; url: string | null };
export type RowBlock = { kind: BlockKind; start: number; end: number; reason: BlockReason | null };
/** One record with its words and what was understood of it. */
export type ImportRecord = ImportRow & {
  text: string | null;
  /** Whether its words are all there is of it, so that they can be put right. */
  plain: boolean;
  blocks: RowBlock[];
  proposals: Omit<Understood, "text" | "blocks"> | null;
  corrections: { fields?: { [Field in keyof RowFields]?: RowFields[Field] | undefined } | undefined; taken?: boolean | undefined };
};
