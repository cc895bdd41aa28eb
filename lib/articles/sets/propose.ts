/** An article as it is compared with others: its words as the search index has them, each once. */
export type Told = { readonly id: string; readonly workId: string; /** YYYY-MM-DD */ readonly day: string; readonly words: readonly string[] };
/** Articles that seem to tell one event. `words` are those that join them, the most telling first; `likeness` is the mean cosine. */
export type Proposal = { readonly articleIds: readonly string[]; readonly from: string; readonly to: string; readonly words: readonly string[]; readonly likeness: number };

/** Days that reports of one event lie apart, at most. */
export const DAYS = 3;
/** Mean cosine from which articles seem to tell one event; see docs/decisions/0026. */
export const LEAST_LIKENESS = 0.12;
/** Articles of one proposal. */
const MOST_ARTICLES = 40;
const SHOWN_WORDS = 6;

type Vector = { readonly terms: Uint32Array; readonly weights: Float64Array; readonly day: number; readonly works: readonly Told[] };
type Pair = { readonly a: number; readonly b: number; readonly likeness: number };

/**
 * Groups of works that lie within three days and share telling words: tf-idf over each word once, cosine, joined while
 * the mean over all pairs of a group stays above `LEAST_LIKENESS`. Copies of one work are one; they are never a reason.
 */
export function proposeEvents(told: readonly Told[]): Proposal[] {
  const { vectors, terms, idf } = vectorsOf(told);
  const pairs = pairsOf(vectors);
  return groupsOf(vectors, pairs)
    .map((group): Proposal => {
      const articles = group.flatMap((at) => vectors[at]!.works).toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.id < b.id ? -1 : 1));
      return { articleIds: articles.map((one) => one.id), from: articles[0]!.day, to: articles.at(-1)!.day, words: sharedWords(group.map((at) => vectors[at]!), idf).map((term) => terms[term]!), likeness: meanOf(vectors, group) };
    })
    .toSorted((a, b) => (a.to > b.to ? -1 : a.to < b.to ? 1 : b.likeness - a.likeness));
}

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

function vectorsOf(told: readonly Told[]): { vectors: Vector[]; terms: string[]; idf: Float64Array } {
  const works = new Map<string, Told[]>();
  for (const one of told) works.set(one.workId, [...(works.get(one.workId) ?? []), one]);
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  const rows = [...works.values()].map((copies) => {
    const terms = [...new Set(copies[0]!.words)].map((word) => {
      const term = numbers.get(word) ?? numbers.size;
      numbers.set(word, term);
      counts[term] = (counts[term] ?? 0) + 1;
      return term;
    });
    return { copies, terms: Uint32Array.from(terms).sort() };
  });
  // Two more articles than there are, so that what all articles of a handful share still weighs a little.
  const idf = Float64Array.from(counts, (count) => Math.log((rows.length + 2) / count));
  const vectors = rows.map(({ copies, terms }): Vector => {
    const raw = Float64Array.from(terms, (term) => idf[term]!);
    const length = Math.sqrt(raw.reduce((sum, weight) => sum + weight * weight, 0)) || 1;
    return { terms, weights: raw.map((weight) => weight / length), day: dayNumber(copies[0]!.day), works: copies.filter((copy) => Math.abs(dayNumber(copy.day) - dayNumber(copies[0]!.day)) <= DAYS) };
  });
  return { vectors, terms: [...numbers.keys()], idf };
}

function cosine(a: Vector, b: Vector): number {
  let [i, j, sum] = [0, 0, 0];
  while (i < a.terms.length && j < b.terms.length) {
    const [x, y] = [a.terms[i]!, b.terms[j]!];
    if (x === y) sum += a.weights[i]! * b.weights[j]!;
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return sum;
}

/** Pairs of works within the days that are alike enough, the most alike first. Each term adds its part to all pairs that share it, so that the time hangs on what is shared. */
function pairsOf(vectors: readonly Vector[]): Pair[] {
  const order = vectors.map((_, at) => at).toSorted((a, b) => vectors[a]!.day - vectors[b]!.day);
  const postings = new Map<number, { at: number; weight: number }[]>();
  const sums = new Float64Array(vectors.length);
  const pairs: Pair[] = [];
  for (const a of order) {
    const { terms, weights, day } = vectors[a]!;
    const met: number[] = [];
    for (let i = 0; i < terms.length; i++) {
      const posting = postings.get(terms[i]!) ?? [];
      for (let j = posting.length - 1; j >= 0 && day - vectors[posting[j]!.at]!.day <= DAYS; j--) {
        const { at, weight } = posting[j]!;
        if (sums[at] === 0) met.push(at);
        sums[at]! += weights[i]! * weight;
      }
      posting.push({ at: a, weight: weights[i]! });
      postings.set(terms[i]!, posting);
    }
    for (const b of met) {
      if (sums[b]! >= LEAST_LIKENESS) pairs.push({ a, b, likeness: sums[b]! });
      sums[b] = 0;
    }
  }
  return pairs.sort((x, y) => y.likeness - x.likeness || x.a - y.a || x.b - y.b);
}

function groupsOf(vectors: readonly Vector[], pairs: readonly Pair[]): number[][] {
  const group = vectors.map((_, at) => [at]);
  const apart = new Map<readonly number[], Set<readonly number[]>>();
  for (const { a, b } of pairs) {
    const [one, other] = [group[a]!, group[b]!];
    if (one === other || one.length + other.length > MOST_ARTICLES || apart.get(one)?.has(other)) continue;
    const both = [...one, ...other];
    const days = both.map((at) => vectors[at]!.day);
    if (Math.max(...days) - Math.min(...days) > DAYS) continue;
    let sum = 0;
    for (const x of one) for (const y of other) sum += cosine(vectors[x]!, vectors[y]!);
    if (sum / (one.length * other.length) < LEAST_LIKENESS) {
      apart.set(one, (apart.get(one) ?? new Set()).add(other));
      apart.set(other, (apart.get(other) ?? new Set()).add(one));
      continue;
    }
    for (const at of both) group[at] = both;
  }
  return [...new Set(group)].filter((members) => members.length > 1);
}

function meanOf(vectors: readonly Vector[], group: readonly number[]): number {
  let [sum, n] = [0, 0];
  for (const [i, a] of group.entries()) for (const b of group.slice(0, i)) [sum, n] = [sum + cosine(vectors[a]!, vectors[b]!), n + 1];
  return sum / n;
}

/** The terms that most of a group's works share, the rarest in the collection first. */
function sharedWords(group: readonly Vector[], idf: Float64Array): number[] {
  const counts = new Map<number, number>();
  for (const { terms } of group) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const weight = ([term, count]: readonly [number, number]): number => (count / group.length) * idf[term]!;
  return [...counts].filter(([, count]) => count > 1).toSorted((a, b) => weight(b) - weight(a) || a[0] - b[0]).slice(0, SHOWN_WORDS).map(([term]) => term);
}
