import type { FactProposal, FigureMention, TimeMention } from "./mention";
import type { Verdict } from "./verdict";

/** What a page needs beside a mention: its words, its sentence, and the block of the article in which it stands. */
export type Quoted = { readonly quote: string; readonly told: string; readonly block: number };
export type ToldTime = TimeMention & Quoted;
export type ToldFigure = FigureMention & Quoted;
export type TimelineArticle = { readonly id: string; readonly revisionId: string; readonly title: string; readonly outlet: string | null; readonly publishedOn: string | null };

/** Two mentions as one fact: proposed, or as somebody said. Without words it is no longer proposed, and stands by the verdict alone. */
export type Fact = Omit<FactProposal, "a" | "b"> & { readonly key: string; readonly a: ToldTime | ToldFigure; readonly b: ToldTime | ToldFigure; readonly verdict: Verdict | null };

/** The times and figures of compared articles, and what of them seems to be, or is said to be, one fact. */
export type Timeline = {
  readonly set: { readonly id: string; readonly name: string };
  readonly articles: readonly TimelineArticle[];
  readonly times: readonly ToldTime[];
  readonly figures: readonly ToldFigure[];
  readonly facts: readonly Fact[];
  /** Articles of which so much was found that the rest is left out. */
  readonly cut: number;
};

/** Where a fact stands: `open` until a person says something. */
export type Standing = "conflict" | "same" | "different" | "open";
export const standingOf = ({ verdict }: Pick<Fact, "verdict">): Standing => verdict?.verdict ?? "open";

/** Facts in the order in which they are looked at: conflicts, what may be one (both cannot be true first), agreements, what was denied. */
export function inOrder<F extends Pick<Fact, "verdict" | "compatible" | "likeness">>(facts: readonly F[]): F[] {
  const rank = (fact: F): number => ({ conflict: 0, open: fact.compatible ? 2 : 1, same: 3, different: 4 })[standingOf(fact)];
  return [...facts].sort((a, b) => rank(a) - rank(b) || b.likeness - a.likeness);
}
