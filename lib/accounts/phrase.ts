import { WORDS } from "./words";

/** How many words a return phrase has. */
export const PHRASE_WORDS = 4;

/** Four words from four numbers of 0 to 2,047. */
export const phraseOf = (numbers: readonly number[]): string => numbers.map((n) => WORDS[n % WORDS.length]!).join(" ");

/** What is compared of a phrase as typed: small letters, single spaces; hyphens, commas and full stops count as spaces. */
export const foldPhrase = (typed: string): string => typed.normalize("NFKC").toLowerCase().replace(/[\s\-–,.;]+/gu, " ").trim();

/** Whether a folded phrase can be one of ours at all; anything else need not be hashed. */
export const isPhrase = (folded: string): boolean => folded.split(" ").length === PHRASE_WORDS && folded.length <= 60;
