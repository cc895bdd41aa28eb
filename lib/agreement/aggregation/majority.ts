import { type Labels, votes } from "./labels";

/** Votes on one item: the share of each label (0..1; zeros where nobody labelled it), and the labels that got most, all of them where several did. */
export type Majority = { readonly shares: readonly number[]; readonly winners: readonly number[] };

/**
 * The majority of every item, in their order. Ties are kept: who needs one label asks a person. `winners` is empty for an
 * item that nobody labelled.
 */
export function majority(labels: Labels): Majority[] {
  const { items, categories } = labels;
  const counts = votes(labels);
  return Array.from({ length: items }, (_, item) => {
    const row = [...counts.subarray(item * categories, (item + 1) * categories)];
    const [most, all] = [Math.max(0, ...row), row.reduce((sum, n) => sum + n, 0)];
    return { shares: row.map((n) => (all > 0 ? n / all : 0)), winners: [...row.keys()].filter((label) => most > 0 && row[label] === most) };
  });
}
