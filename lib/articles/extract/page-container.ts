import type { PageLine, PageLines } from "./page-lines";

/** So much of the chosen words must stand inside the element that is taken as the article. */
const MOST = 0.9;

/** Where the chosen lines of a page stand. */
export type Container = {
  /** True for a line in the innermost element that holds nearly all of the chosen words. */
  readonly inside: (line: PageLine) => boolean;
  /** True for a line whose block stands beside blocks that are chosen. */
  readonly beside: (line: PageLine) => boolean;
};

/** Finds the element that holds the article. Reads lines and elements once. */
export function containerOf({ lines, parents }: PageLines, chosen: ReadonlySet<number>): Container {
  const letters = new Float64Array(parents.length);
  let all = 0;
  for (const at of chosen) {
    const line = lines[at];
    if (line === undefined) continue;
    letters[line.element] = (letters[line.element] ?? 0) + line.text.length;
    all += line.text.length;
  }
  // Parents come before their children, so one pass from the end sums up all of them.
  let innermost = -1;
  for (let element = parents.length - 1; element >= 0; element--) {
    const [sum, parent] = [letters[element] ?? 0, parents[element] ?? -1];
    if (innermost < 0 && all > 0 && sum >= MOST * all) innermost = element;
    if (parent >= 0) letters[parent] = (letters[parent] ?? 0) + sum;
  }
  const inside = new Uint8Array(parents.length);
  if (innermost >= 0) for (let element = innermost; element < parents.length; element++) inside[element] = element === innermost || inside[parents[element] ?? -1] === 1 ? 1 : 0;
  const homes = new Set([...chosen].map((at) => parents[lines[at]?.element ?? -1]));
  return { inside: (line) => inside[line.element] === 1, beside: (line) => homes.has(parents[line.element]) };
}
