import type { Likeness, Near } from "./likeness";

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
  const column = new Map(columns.flatMap((sentences, number) => sentences.map((sentence) => [sentence, number] as const)));
  const best = new Map([...column.keys()].map((sentence) => [sentence, bestOf(likeness.near(sentence), column)]));
  const links: Link[] = [];
  for (const [sentence, matches] of best) {
    for (const { sentence: other, value } of matches) {
      if (other === -1) continue;
      const mutual = best.get(other)?.[column.get(sentence) ?? -1]?.sentence === sentence;
      if (mutual && other < sentence) continue;
      if (value >= (mutual ? LEAST_MUTUAL : LEAST_ONE_WAY)) links.push({ a: Math.min(sentence, other), b: Math.max(sentence, other), likeness: value });
    }
  }
  return strongestFirst(links);
}

/** The best match in each column; of equals, that with the lower number. */
function bestOf({ sentences, values }: Near, column: ReadonlyMap<number, number>): { sentence: number; value: number }[] {
  const best: { sentence: number; value: number }[] = [];
  for (const [i, sentence] of sentences.entries()) {
    const at = column.get(sentence);
    if (at === undefined) continue;
    while (best.length <= at) best.push({ sentence: -1, value: 0 });
    const value = values[i] ?? 0;
    // Sentences come in the order of their numbers.
    if (value > best[at]!.value) best[at] = { sentence, value };
  }
  return best;
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
  const gains = new Float64Array((left.length + 1) * width);
  const place = new Map(right.map((sentence, j) => [sentence, j + 1]));
  for (const [i, sentence] of left.entries()) {
    const { sentences, values } = likeness.near(sentence);
    for (const [n, other] of sentences.entries()) {
      const j = place.get(other);
      if (j !== undefined && values[n]! > LEAST_MUTUAL) gains[(i + 1) * width + j] = values[n]! - LEAST_MUTUAL;
    }
  }
  const sums = new Float64Array((left.length + 1) * width);
  for (let i = 1; i <= left.length; i++) {
    for (let j = 1; j <= right.length; j++) sums[i * width + j] = Math.max(sums[(i - 1) * width + j]!, sums[i * width + j - 1]!) + gains[i * width + j]!;
  }
  const links: Link[] = [];
  for (let [i, j] = [left.length, right.length]; i > 0 && j > 0; ) {
    const [a, b] = [left[i - 1]!, right[j - 1]!];
    if (gains[i * width + j]! > 0) links.push({ a: Math.min(a, b), b: Math.max(a, b), likeness: likeness.of(a, b) });
    if (sums[(i - 1) * width + j]! >= sums[i * width + j - 1]!) i -= 1;
    else j -= 1;
  }
  return links;
}

const strongestFirst = (links: Link[]): Link[] => links.sort((x, y) => y.likeness - x.likeness || x.a - y.a || x.b - y.b);
