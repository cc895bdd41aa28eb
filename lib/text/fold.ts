/**
 * A text folded for matching, with the way back. Piece i of the fold begins at `at[i]` (UTF-16 of `text`) and stands
 * for the code points `[start[i], end[i])` of the original. A match that does not begin and end with a piece (half a
 * ligature, a letter without its accent) has no place there.
 */
export type Folded = { readonly text: string; readonly at: Uint32Array; readonly start: Uint32Array; readonly end: Uint32Array };

/** Code points that print nothing: soft hyphens, joiners, direction marks, variation selectors. */
const INVISIBLE = /\p{DI}/gu;
const VISIBLE = /\P{DI}/u;
// ´ goes first: NFKC would make a space of it.
const APOSTROPHES = /[\u2018\u2019\u201b\u02b9\u02bb-\u02bf\u2032\u00b4`]/gu;
const HYPHENS = /[\p{Pd}\u2212]/gu;
const SPACES = /\s+/gu;
// A character with what composes with it: marks, invisible ones between, and the letters that Hangul is built of.
const CLUSTER = /[\s\S][\p{M}\p{DI}\u1160-\u11ff\ud7b0-\ud7fb\u3131-\u318e\uff9e-\uff9f\uffa1-\uffdc]{0,64}/uy;
/** How many foldings are remembered while one text is folded. */
const REMEMBERED = 20_000;

/**
 * Folds case, apostrophes, hyphens and dashes, every kind and run of white space, compatibility forms (full width,
 * ligatures) and what prints nothing. Letters and their accents are kept, whichever way they are written. Linear in
 * the length of the text.
 */
export function foldText(text: string): Folded {
  const at = new Uint32Array(text.length);
  const start = new Uint32Array(text.length);
  const end = new Uint32Array(text.length);
  const parts: string[] = [];
  const known = new Map<string, string>();
  let [pieces, length, blank, from] = [0, 0, false, 0];
  for (let i = 0; i < text.length; ) {
    const plain = isPlain(text, i);
    const cluster = plain ? text.charAt(i) : clusterAt(text, i);
    const points = cluster.length === 1 ? 1 : [...cluster].length;
    const whole = plain ? foldAscii(cluster) : remembered(known, cluster);
    const folded = blank && whole.startsWith(" ") ? whole.slice(1) : whole;
    if (folded !== "") {
      at[pieces] = length;
      start[pieces] = from + (plain ? 0 : hiddenBefore(cluster));
      end[pieces] = from + points - (plain ? 0 : hiddenAfter(cluster));
      parts.push(folded);
      pieces += 1;
      length += folded.length;
      blank = folded.endsWith(" ");
    }
    from += points;
    i += cluster.length;
  }
  return { text: parts.join(""), at: at.subarray(0, pieces), start: start.subarray(0, pieces), end: end.subarray(0, pieces) };
}

/** ASCII with nothing behind it that could join it. */
function isPlain(text: string, i: number): boolean {
  const next = text.charCodeAt(i + 1);
  return text.charCodeAt(i) < 0x80 && !(next >= 0x300 || next === 0xad);
}

const foldAscii = (char: string): string => (char === "`" ? "'" : /\s/u.test(char) ? " " : char.toLowerCase());

function clusterAt(text: string, i: number): string {
  CLUSTER.lastIndex = i;
  return CLUSTER.exec(text)?.[0] ?? text.charAt(i);
}

function remembered(known: Map<string, string>, cluster: string): string {
  const found = known.get(cluster);
  if (found !== undefined) return found;
  const folded = foldCluster(cluster);
  if (known.size < REMEMBERED) known.set(cluster, folded);
  return folded;
}

function foldCluster(cluster: string): string {
  return cluster
    .replace(INVISIBLE, "")
    .replace(APOSTROPHES, "'")
    .normalize("NFKC")
    .replace(INVISIBLE, "")
    .replace(APOSTROPHES, "'")
    .replace(HYPHENS, "-")
    .replace(SPACES, " ")
    // Upper case between, so that ß, ẞ and SS meet.
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .normalize("NFKC");
}

/** Invisible code points before the first that is seen; none where all are invisible, which fold to nothing. */
const hiddenBefore = (cluster: string): number => Math.max(0, [...cluster].findIndex((char) => VISIBLE.test(char)));
const hiddenAfter = (cluster: string): number => Math.max(0, [...cluster].reverse().findIndex((char) => VISIBLE.test(char)));
