const TAIL = 0.3989422804014327;

/**
 * Φ(z), the share of a standard normal distribution below z, to about 1e−15: the series of Marsaglia (2004),
 * Evaluating the Normal Distribution, Journal of Statistical Software 11(4), inside ±5.5; Laplace's continued
 * fraction (Abramowitz and Stegun 26.2.14) outside.
 */
export function normalShare(z: number): number {
  if (Math.abs(z) > 5.5) return z > 0 ? 1 - upperTail(z) : upperTail(-z);
  let [term, sum, previous] = [z, z, 0];
  for (let i = 3; sum !== previous; i += 2) {
    previous = sum;
    term *= (z * z) / i;
    sum += term;
  }
  return 0.5 + sum * TAIL * Math.exp((-z * z) / 2);
}

function upperTail(z: number): number {
  let fraction = z;
  for (let k = 60; k >= 1; k--) fraction = z + k / fraction;
  return (TAIL * Math.exp((-z * z) / 2)) / fraction;
}

/**
 * Φ⁻¹(share): the z below which that share of a standard normal distribution lies, to about 1e−14, by halving between ±40.
 * ±∞ for 0 and 1.
 */
export function normalQuantile(share: number): number {
  if (share <= 0) return -Infinity;
  if (share >= 1) return Infinity;
  if (share > 0.5) return -normalQuantile(1 - share);
  let [low, high] = [-40, 0];
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    if (normalShare(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
