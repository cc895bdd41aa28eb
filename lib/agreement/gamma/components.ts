import type { Candidates } from "./candidates";

/**
 * The connected components of the graph in which units that share a candidate are joined: each can be solved by itself.
 * Lists of candidate indices, in the order of their first candidate. `units`: how many units the continuum has.
 */
export function components({ members, from, cost }: Candidates, units: number): number[][] {
  const parent = Int32Array.from({ length: units }, (_, i) => i);
  const root = (of: number): number => {
    let u = of;
    while (parent[u] !== u) u = parent[u] = parent[parent[u] as number] as number;
    return u;
  };
  for (let i = 0; i < cost.length; i++) {
    const first = root(members[from[i] as number] as number);
    for (let at = (from[i] as number) + 1; at < (from[i + 1] as number); at++) parent[root(members[at] as number)] = first;
  }
  const byRoot = new Map<number, number[]>();
  for (let i = 0; i < cost.length; i++) {
    const of = root(members[from[i] as number] as number);
    const list = byRoot.get(of);
    if (list) list.push(i);
    else byRoot.set(of, [i]);
  }
  return [...byRoot.values()];
}
