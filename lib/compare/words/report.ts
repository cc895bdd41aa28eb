import type { Naming } from "./naming";

/** Which words are compared: those that coders marked, or everything the articles say. */
export const WORD_BASES = ["spans", "texts"] as const;
export type WordBasis = (typeof WORD_BASES)[number];

/** Which marks: those that advocate or criticise, or one of the two. */
export const WORD_FRAMINGS = ["loaded", "advocacy", "critical"] as const;
export type WordFraming = (typeof WORD_FRAMINGS)[number];

/** Whose marked words: the outlet's own, or those of its sources and embeds too. */
export const WORD_VOICES = ["own", "all"] as const;
export type WordVoice = (typeof WORD_VOICES)[number];

/** What is compared. Target, framing and voice are of marks alone; `setId` null is the whole project. */
export type WordsChoice = { readonly setId: string | null; readonly basis: WordBasis; readonly targetId: string | null; readonly framing: WordFraming; readonly voice: WordVoice };

/** How often a word has to stand at all, by basis. */
const LEAST: Readonly<Record<WordBasis, number>> = { spans: 2, texts: 3 };

/** The prior of a comparison: it weighs as much as a tenth of all words that are compared, from 10 to 500 of them, so that a few articles are not drowned by it. */
export const priorOf = (basis: WordBasis, words: number): { readonly weight: number; readonly least: number } => ({ weight: Math.min(500, Math.max(10, words / 10)), least: LEAST[basis] });

/** From this z on a difference is shown as one: outside it chance alone would put one word in twenty. */
export const CLEAR_Z = 1.96;
/** Words that are told of each outlet. */
export const TOLD_WORDS = 15;

export type ToldWord = { readonly word: string; readonly n: number; readonly others: number; readonly perThousand: number; readonly othersPerThousand: number; readonly logOdds: number; readonly z: number };
export type OutletWords = { readonly id: string; readonly name: string; readonly works: number; readonly words: number; readonly told: readonly ToldWord[] };

/** What was looked at. */
export type WordsScope = {
  readonly set: { readonly id: string; readonly name: string } | null;
  /** Works of outlets that are known, each outlet's own. */
  readonly works: number;
  /** Works of unknown outlets, which are no group and are left out. */
  readonly unknown: number;
  /** Whether there are more articles than can be looked at. */
  readonly cut: boolean;
};

export type WordsReport = { readonly scope: WordsScope; readonly choice: WordsChoice; readonly prior: { readonly weight: number; readonly least: number }; readonly targets: readonly { readonly id: string; readonly name: string }[]; readonly outlets: readonly OutletWords[] };
export type NamingReport = { readonly scope: WordsScope; readonly outlets: readonly { readonly id: string; readonly name: string; readonly works: number; readonly words: number }[]; readonly targets: readonly (Naming & { readonly name: string })[] };

/** A place where an outlet uses a word; offsets in code points of the article's text. */
export type WordPlace = { readonly articleId: string; readonly title: string; readonly start: number; readonly end: number; readonly before: string; readonly quote: string; readonly after: string };
