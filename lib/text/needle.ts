import { foldText } from "./fold";

/** The fewest characters that are worth looking for. */
const SHORTEST = 2;
// ß folds to ss, so a run never touches two of them.
const RUN = /(?:(?!ss)[a-z0-9\p{Lo}\p{Nd}](?<!ss))+/gu;

/**
 * A piece of a phrase that stands, but for ASCII case, in every text which holds the phrase and is "plain": in NFKC
 * once its no-break spaces are spaces, and without ß, ẞ, ı, İ and characters that print nothing. Null where no such
 * piece is long enough. Lets a database leave out texts without reading them all.
 */
export function needleOf(phrase: string): string | null {
  const runs = foldText(phrase).text.match(RUN) ?? [];
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), "");
  return [...longest].length < SHORTEST ? null : longest;
}
