import type { SpeechKind } from "@/lib/articles/speech/passage";
import type { Voice } from "@/lib/annotations/span";
import type { Framing } from "@/lib/codebook/framing";
import type { PassageRow, Sentence } from "./passage";
import type { Verdict } from "./verdict";

/** In which order passages may go together: one that no article is read backwards in, or any. */
export const ORDERS = ["free", "monotone"] as const;
export type Order = (typeof ORDERS)[number];

type Named = { readonly id: string; readonly name: string };

/** A mark as a comparison shows it: never whose it is. */
export type ComparedMark = { readonly id: string; readonly framing: Framing; readonly voice: Voice | null; readonly target: string; readonly parts: readonly { readonly start: number; readonly end: number }[] };

/** An article as a column; offsets in code points of its text. */
export type Column = {
  readonly id: string;
  readonly title: string;
  readonly outlet: Named | null;
  readonly publisher: Named | null;
  readonly byline: string | null;
  readonly publishedOn: string | null;
  readonly language: string | null;
  readonly genre: string | null;
  readonly words: number;
  readonly workId: string;
  /** Other columns that are copies of the same work. */
  readonly copies: readonly string[];
  readonly revisionId: string;
  /** What share of the told characters is in the outlet's own voice, 0..1; null of nothing. */
  readonly ownShare: number | null;
  readonly blocks: readonly { readonly ordinal: number; readonly kind: string; readonly start: number; readonly end: number }[];
  readonly sentences: readonly Sentence[];
  /** Sentences behind those that are compared. */
  readonly leftOut: number;
  readonly speech: readonly { readonly kind: SpeechKind; readonly start: number; readonly end: number }[];
  /** `settled`: the record; `raw`: the marks that the actor may see; `none`: not asked for. */
  readonly layer: "settled" | "raw" | "none";
  readonly marks: readonly ComparedMark[];
  /** In how many rows it has no cell, and how many it alone has; the row of headlines aside. */
  readonly absent: number;
  readonly alone: number;
};

/** What a person calls a row. */
export type RowName = { readonly id: string; readonly name: string; readonly by: string | null; readonly at: string; readonly version: number };

/** A row of the page. `headlines` where it is that of the headlines. */
export type ShownRow = PassageRow & { readonly headlines: boolean; readonly name: RowName | null; /** Ids of omissions that were noted of its words. */ readonly omissions: readonly string[] };

/** That an article leaves something out, with the place that tells it; `place` is null where those words are no more. */
export type ShownOmission = {
  readonly id: string;
  readonly articleId: string;
  readonly told: { readonly articleId: string; readonly start: number; readonly end: number } | null;
  readonly toldBy: string;
  readonly quote: string;
  readonly note: string;
  /** The article tells it now, by the rows as they are. */
  readonly nowTold: boolean;
  readonly by: string | null;
  /** The actor noted it, or coordinates. */
  readonly mayChange: boolean;
  readonly at: string;
  readonly version: number;
};

/** A verdict on passages: `standing` where its words are as they were, `carried` where they were found in a corrected text, `changed` where they are no more. */
export type ShownVerdict = Verdict & { readonly state: "standing" | "carried" | "changed"; readonly quotes: readonly [string, string] };

/** An article that can be chosen. */
export type Choosable = { readonly id: string; readonly title: string; readonly outlet: Named | null; readonly publishedOn: string | null; readonly words: number };

/** Everything that a page of a comparison shows. */
export type Comparison = {
  readonly set: (Named & { readonly version: number }) | null;
  readonly order: Order;
  readonly columns: readonly Column[];
  readonly choosable: readonly Choosable[];
  /** Of those asked for, how many are not among them any more. */
  readonly missing: number;
  readonly rows: readonly ShownRow[];
  readonly omissions: readonly ShownOmission[];
  readonly verdicts: readonly ShownVerdict[];
  /** There are more marks than are shown. */
  readonly marksCut: boolean;
};
