import type { Framing } from "@/lib/codebook/framing";
import type { Voice } from "@/lib/annotations/span";
import type { ClusterState } from "../cluster";

/** A disagreement as a meeting sees it: a paragraph, and who (by a letter that means nobody elsewhere) marked what in it. Offsets are code points of `text`. */
export type Passage = {
  readonly key: string;
  readonly articleId: string;
  readonly title: string;
  readonly state: ClusterState;
  readonly text: string;
  readonly language: string | null;
  /** How many could have marked here. */
  readonly readers: number;
  readonly marks: readonly { readonly letter: string; readonly parts: readonly { readonly start: number; readonly end: number }[]; readonly target: string; readonly framing: Framing; readonly voice: Voice | null }[];
};
