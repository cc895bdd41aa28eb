import type { BlockKind } from "@/lib/articles/blocks";
import type { Phase, Strategy } from "./strategy";

/** Which parts of an article count: the headline, the first paragraphs, kinds of blocks, or blocks by their number. */
export type BlocksSpec = {
  readonly headline?: boolean | undefined;
  /** How many paragraphs from the first. */
  readonly lead?: number | undefined;
  readonly kinds?: readonly BlockKind[] | undefined;
  readonly ordinals?: readonly number[] | undefined;
};

/** Which articles: those named, of these outlets, not assigned yet; nothing said means all. */
export type ArticlesSpec = {
  readonly ids?: readonly string[] | undefined;
  /** Ids, or "unknown" for articles whose outlet nobody knows. */
  readonly outletIds?: readonly string[] | undefined;
  readonly unassigned?: boolean | undefined;
};

/** An assignment as somebody wishes it, before it is planned. */
export type PlanWish = {
  readonly strategy: Strategy;
  readonly articles: ArticlesSpec;
  /** Left out: every annotator. */
  readonly memberIds?: readonly string[] | undefined;
  /** How many people read each work. */
  readonly perWork: number;
  /** The part of the works that get `perWork` people in a reliability design. */
  readonly share: number;
  readonly phase: Phase;
  readonly round: number;
  /** Left out: the whole article. */
  readonly blocks?: BlocksSpec | undefined;
  /** A day (YYYY-MM-DD). */
  readonly dueOn?: string | null | undefined;
  /** Left out in a preview: a new one is drawn. */
  readonly seed?: string | undefined;
  /** Who gets what, by hand. */
  readonly pairs?: readonly { readonly articleId: string; readonly memberId: string }[] | undefined;
};
