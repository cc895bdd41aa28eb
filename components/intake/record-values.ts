import type { Evidence, Proposal } from "@/lib/articles/extract/understood";
import { settled } from "@/lib/articles/imports/correct";
import type { Corrections } from "@/lib/articles/imports/shape";
import type { ImportRecord, RowFields } from "./import-types";

type Field = keyof RowFields;
const NOTHING: NonNullable<ImportRecord["proposals"]> = { title: "", byline: null, outlet: null, publisher: null, publishedOn: null, language: null, url: null, genre: null, looks: [] };

/** What the record would be stored with: a person's word, or else what was understood where that is clear. */
export const standing = ({ proposals, corrections }: Pick<ImportRecord, "proposals" | "corrections">): RowFields =>
  settled(proposals ?? NOTHING, corrections as Corrections);

/** From where a value comes: a person, or what it was read from with the words there. Null where there is none. */
export function evidenceOf({ proposals, corrections }: Pick<ImportRecord, "proposals" | "corrections">, field: Field): "hand" | { from: Evidence; quote: string } | null {
  if (corrections.fields && field in corrections.fields) return "hand";
  const of: Proposal<unknown> | null | undefined = field === "title" ? null : proposals?.[({ byline: "byline", outletName: "outlet", publisherName: "publisher", publishedOn: "publishedOn", language: "language", genre: "genre", url: "url" } as const)[field]];
  return of ? { from: of.from, quote: of.quote } : null;
}
