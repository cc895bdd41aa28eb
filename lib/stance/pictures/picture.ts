import type { Quantity } from "@/lib/kernel/quantity";

/** The further pictures of stance; their names stand in addresses and files. */
export const PICTURES = ["counts", "voice", "speakers", "time", "genre", "labels", "annotators", "masthead"] as const;
export type PictureName = (typeof PICTURES)[number];

/** Why a picture cannot be drawn. */
export type PictureReason =
  /** No counted work addresses the target under the choice. */
  | "no_works"
  /** Every work that does is of an outlet that nobody knows, and those are never pooled. */
  | "unknown_outlets"
  /** The picture is of marked words, and the choice of judgements. */
  | "marks_only"
  | "no_marks"
  | "no_quotes"
  | "no_days"
  | "no_labels"
  /** No article was coded by two annotators, so nothing tells their leanings from what they read. */
  | "no_overlap"
  /** Everything was coded with the source hidden, or everything with it shown. */
  | "one_condition"
  /** The choice keeps one of the two conditions alone. */
  | "condition_chosen"
  /** Pupils do not see how far each one of their class is from the others. */;

/** A picture, or why there is none. */
export type Picture<Data> = Quantity<Data, PictureReason>;

/** An outlet, publisher, person or label with its name. */
export type Named = { readonly id: string; readonly name: string };

/** What stands outside of every picture: works whose outlet nobody knows, which are listed singly on the stance page. */
export type LeftOut = { readonly unknownWorks: number };

/** By name, then id: an order by value would be a ranking. */
export const byName = <Row extends Named>(rows: readonly Row[]): Row[] => [...rows].sort((a, b) => a.name.localeCompare(b.name, "en") || (a.id < b.id ? -1 : 1));
