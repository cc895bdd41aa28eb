import { bestPacking, NODE_CAP } from "./best-packing";
import { candidates } from "./candidates";
import { components } from "./components";
import type { GammaContinuum } from "./continuum";
import type { Dissimilarity } from "./dissimilarity";

/** The best alignment of a continuum: its disorder, and of how many unitary alignments (lone units are one each) it consists. */
export type Alignment = { readonly disorder: number; readonly alignments: number };

/**
 * The disorder of the best alignment, exact (Mathet, Widlöcher and Métivier 2015, §4.6): Σ costs of its unitary
 * alignments, each Σ pairs / C(n, 2), divided by the mean number of units per annotator. 0 when all marked the same;
 * at most n, when every unit is alone. Needs two annotators and a unit; null where the text is too large to be
 * solved exactly (see `MOST_CANDIDATES`, `NODE_CAP`).
 */
export function bestAlignment(continuum: GammaContinuum, measure: Dissimilarity, cap = NODE_CAP): Alignment | null {
  const [n, units] = [continuum.coders, continuum.start.length];
  const list = candidates(continuum, measure);
  if (list === null) return null;
  const pairs = (n * (n - 1)) / 2;
  let [total, aligned, alignments] = [0, 0, 0];
  for (const component of components(list, units)) {
    const best = bestPacking(list, component, cap);
    if (best === null) return null;
    for (const i of best) {
      total += list.cost[i] as number;
      aligned += (list.from[i + 1] as number) - (list.from[i] as number);
      alignments += 1;
    }
  }
  const alone = units - aligned;
  return { disorder: ((total / pairs + alone) * n) / units, alignments: alignments + alone };
}
