import type { Likeness } from "./likeness";

/** Two sentences of two articles (numbers in the pool, the smaller first) that may tell the same. */
export type Link = { readonly a: number; readonly b: number; readonly likeness: number };
/** The numbers in the pool of each article's sentences, in the order of the text. */
export type Columns = readonly (readonly number[])[];

/** Two sentences are linked from this likeness on where each is the other's best … */
const LEAST_MUTUAL = 0.16;
/** … and from this on where only one of them thinks so: the other's best is one that tells it, too. */
const LEAST_ONE_WAY = 0.3;

/** The links of best matches, whatever the order of the texts. The strongest first. */
export function freeLinks(columns: Columns, likeness: Likeness): Link[] {
  const best = bestIn(columns, likeness);
  const links: Link[] = [];
  for (const [sentence, favourites] of best) {
    for (const other of favourites) {
      const mutual = best.get(other)?.has(sentence) ?? false;
      if (mutual && other < sentence) continue;
      const sum = likeness.of(sentence, other);
      if (sum >= (mutual ? LEAST_MUTUAL : LEAST_ONE_WAY)) links.push({ a: Math.min(sentence, other), b: Math.max(sentence, other), likeness: sum });
    }
  }
  return strongestFirst(links);
}

/** For each sentence its best match in every other article. */
function bestIn(columns: Columns, likeness: Likeness): Map<number, Set<number>> {
  const column = new Map(columns.flatMap((sentences, number) => sentences.map((sentence) => [sentence, number] as const)));
  return new Map(
    columns.flat().map((sentence) => {
      const best = new Map<number, number>();
      for (const [other, sum] of likeness.near(sentence)) {
        const at = column.get(other);
        if (at === undefined) continue;
        const known = best.get(at);
        const lead = known === undefined ? 1 : sum - likeness.of(sentence, known);
        if (lead > 0 || (lead === 0 && known !== undefined && other < known)) best.set(at, other);
      }
      return [sentence, new Set(best.values())];
    }),
  );
}

/**
 * The links that keep the order of the texts: for every two articles the heaviest path that never turns back, by
 * dynamic programming (Needleman and Wunsch 1970, without a cost of gaps; a sentence may go with several). The
 * strongest first.
 */
export function monotoneLinks(columns: Columns, likeness: Likeness): Link[] {
  return strongestFirst(columns.flatMap((column, i) => columns.slice(i + 1).flatMap((other) => heaviestPath(column, other, likeness))));
}

function heaviestPath(left: readonly number[], right: readonly number[], likeness: Likeness): Link[] {
  const width = right.length + 1;
  const sums = new Float64Array((left.length + 1) * width);
  const gain = (i: number, j: number) => Math.max(0, likeness.of(left[i] ?? -1, right[j] ?? -1) - LEAST_MUTUAL);
  for (let i = 1; i <= left.length; i++) {
    for (let j = 1; j <= right.length; j++) sums[i * width + j] = Math.max(sums[(i - 1) * width + j] ?? 0, sums[i * width + j - 1] ?? 0) + gain(i - 1, j - 1);
  }
  const links: Link[] = [];
  for (let [i, j] = [left.length, right.length]; i > 0 && j > 0; ) {
    const [a, b] = [left[i - 1] ?? 0, right[j - 1] ?? 0];
    if (gain(i - 1, j - 1) > 0) links.push({ a: Math.min(a, b), b: Math.max(a, b), likeness: likeness.of(a, b) });
    if ((sums[(i - 1) * width + j] ?? 0) >= (sums[i * width + j - 1] ?? 0)) i -= 1;
    else j -= 1;
  }
  return links;
}

const strongestFirst = (links: Link[]): Link[] => links.sort((x, y) => y.likeness - x.likeness || x.a - y.a || x.b - y.b);
