/**
 * Every pair of 0 … n − 1 once, in such an order that after each pair all have been in equally many, within one.
 * For even n: the rounds of a tournament by the circle method. For odd n: Walecki's Hamiltonian cycles of the
 * complete graph, each walked along every second edge, then along the others.
 */
export function pairsOfTwo(n: number): [number, number][] {
  if (n < 2) return [];
  return n % 2 === 0 ? tournament(n) : cycles(n).flatMap(everySecond);
}

function tournament(n: number): [number, number][] {
  const pairs: [number, number][] = [];
  const ring = n - 1;
  for (let round = 0; round < ring; round++) {
    pairs.push([ring, round]);
    for (let step = 1; step < n / 2; step++) pairs.push([(round + step) % ring, (round - step + ring) % ring]);
  }
  return pairs;
}

/** Walecki: the zigzag 0, 1, −1, 2, −2 … around a ring of n − 1, closed through the centre, turned step by step. */
function cycles(n: number): number[][] {
  const ring = n - 1;
  const zigzag = Array.from({ length: ring }, (_, i) => (i % 2 === 1 ? (i + 1) / 2 : (ring - i / 2) % ring));
  return Array.from({ length: ring / 2 }, (_, turn) => [ring, ...zigzag.map((place) => (place + turn) % ring)]);
}

function everySecond(cycle: readonly number[]): [number, number][] {
  const n = cycle.length;
  const edge = (i: number): [number, number] => [cycle[i % n] ?? 0, cycle[(i + 1) % n] ?? 0];
  const first = Array.from({ length: (n - 1) / 2 }, (_, i) => edge(2 * i));
  // The one who was left out comes first.
  return [...first, edge(n - 1), ...Array.from({ length: (n - 1) / 2 }, (_, i) => edge(2 * i + 1))];
}
