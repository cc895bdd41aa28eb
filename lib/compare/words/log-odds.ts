/** How often words stand in what one group says. */
export type GroupCounts = { readonly groupId: string; readonly counts: ReadonlyMap<string, number> };

/** How much a group uses a word. */
export type WordOdds = {
  readonly word: string;
  /** In this group, and in all others together. */
  readonly n: number;
  readonly others: number;
  /** Log-odds ratio, natural logarithm: above 0 where the group uses the word more than the others do. */
  readonly logOdds: number;
  /** The log-odds ratio over its standard error. */
  readonly z: number;
};

/** How the prior is made. */
export type Prior = {
  /** α₀: the prior weighs as much as so many words. The more, the more a rare word has to be repeated to count. */
  readonly weight: number;
  /** Words that stand fewer times in all groups together are left out. */
  readonly least: number;
};

/**
 * What each group uses more than the others: the log-odds ratio with an informative Dirichlet prior of Monroe, Colaresi
 * and Quinn ("Fightin' Words", Political Analysis 2008, eq. 15 to 22):
 * δ = ln[(y₁+α)/(n₁+α₀−y₁−α)] − ln[(y₂+α)/(n₂+α₀−y₂−α)], with variance 1/(y₁+α) + 1/(y₂+α) and ζ = δ/√variance.
 * α is α₀ times the word's share of what all groups say. A group is compared with all others together. Words of
 * one, two and three words are told apart: each length has its own n. A group that says nothing, or beside which nobody
 * says anything, has no words. Ordered by ζ, highest first, then by spelling.
 */
export function logOdds(groups: readonly GroupCounts[], { weight, least }: Prior): Map<string, WordOdds[]> {
  const all = new Map<string, number>();
  for (const { counts } of groups) for (const [word, n] of counts) all.set(word, (all.get(word) ?? 0) + n);
  const told = [...all].filter(([, n]) => n >= least);
  const totals = sums(all);
  return new Map(
    groups.map(({ groupId, counts }) => {
      const own = sums(counts);
      const odds = told.flatMap(([word, n]): WordOdds[] => {
        const length = lengthOf(word);
        const [mine, total] = [own.get(length) ?? 0, totals.get(length) ?? 0];
        if (mine === 0 || mine === total) return [];
        const [y, prior] = [counts.get(word) ?? 0, (weight * n) / total];
        const delta = logit(y + prior, mine + weight) - logit(n - y + prior, total - mine + weight);
        return [{ word, n: y, others: n - y, logOdds: delta, z: delta / Math.sqrt(1 / (y + prior) + 1 / (n - y + prior)) }];
      });
      return [groupId, odds.filter(({ z }) => Number.isFinite(z)).sort((a, b) => b.z - a.z || (a.word < b.word ? -1 : 1))];
    }),
  );
}

/** The first words of a list that was ordered by z, without those that only ever stand inside a longer one of the list. */
export function mostTelling(odds: readonly WordOdds[], many: number): WordOdds[] {
  const above = odds.filter(({ z, n }) => z > 0 && n > 0);
  const key = (word: string, n: number, others: number) => `${n} ${others} ${word}`;
  const inside = new Set(above.flatMap(({ word, n, others }) => partsOf(word).map((part) => key(part, n, others))));
  return above.filter(({ word, n, others }) => !inside.has(key(word, n, others))).slice(0, many);
}

function partsOf(phrase: string): string[] {
  const words = phrase.split(" ");
  return words.flatMap((_, from) => words.slice(from).map((__, length) => words.slice(from, from + length + 1).join(" "))).filter((part) => part !== phrase);
}

/** ln of the odds of `part` in `whole`; the odds are infinite where all is one word. */
const logit = (part: number, whole: number): number => Math.log(part) - Math.log(whole - part);

const lengthOf = (word: string): number => word.split(" ").length;

function sums(counts: ReadonlyMap<string, number>): Map<number, number> {
  const all = new Map<number, number>();
  for (const [word, n] of counts) all.set(lengthOf(word), (all.get(lengthOf(word)) ?? 0) + n);
  return all;
}
