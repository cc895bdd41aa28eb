import type { TimeToken } from "../times/tokens";

/** Words with which a clause begins. */
const OPENERS = new Set("which who whom whose that when while after before since because although though where as until if but than der die das als während nachdem bevor seit weil obwohl wo aber bis qui que dont quand lorsque après avant depuis parce où mais puis then".split(" "));
const JOINERS = new Set("and or und oder et ou".split(" "));
const MARKS = /^[,;:–—()“”"„«».!?…[\]]$/u;

/** What parts a whole from a whole, not a part from its neighbour. */
const STRONG = /^[;:.!?…]$/u;

/** A run of tokens; `to` is the token behind it. */
export type TokenRange = { readonly from: number; readonly to: number };
/** `loose`: nothing but a comma or dash stands between it and the clause before. */
export type Clause = TokenRange & { readonly loose: boolean };

/**
 * The clauses of a sentence, by its marks and conjunctions, as far as they tell what belongs to which time. "And" parts
 * two clauses only where a mention stands on both sides of it. No mention is cut.
 * @param mentions token ranges that stay whole, in their order
 */
export function clausesOf(tokens: readonly TimeToken[], mentions: readonly TokenRange[]): Clause[] {
  const inside = new Uint8Array(tokens.length);
  const starts = new Uint8Array(tokens.length);
  for (const { from, to } of mentions) {
    inside.fill(1, from + 1, to);
    starts[from] = 1;
  }
  const clauses: Clause[] = [];
  // Whether a mention begins at or after each token, and has begun since the clause did.
  const later = new Uint8Array(tokens.length + 1);
  for (let i = tokens.length - 1; i >= 0; i -= 1) later[i] = starts[i] || later[i + 1] ? 1 : 0;
  let [from, held, loose] = [0, false, false];
  const cut = (at: number, next: number, tight: boolean): void => {
    const told = at > from;
    if (told) clauses.push({ from, to: at, loose });
    [from, held, loose] = [next, false, told ? !tight : loose && !tight];
  };
  for (let i = 0; i < tokens.length; i += 1) {
    if (inside[i]) continue;
    const { kind, text, lower } = tokens[i]!;
    if (starts[i]) held = true;
    else if (kind === "mark" && MARKS.test(text)) cut(i, i + 1, STRONG.test(text));
    else if (kind === "word" && i > from && (OPENERS.has(lower) || (JOINERS.has(lower) && held && later[i]))) cut(i, i, true);
  }
  cut(tokens.length, tokens.length, true);
  return clauses;
}
