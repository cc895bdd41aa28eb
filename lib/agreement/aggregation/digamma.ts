/** ψ(x), the derivative of log Γ, for x > 0, to about 1e−13: raised above 10 by ψ(x) = ψ(x + 1) − 1/x, then the asymptotic series (Abramowitz and Stegun 6.3.18). */
export function digamma(x: number): number {
  let value = 0;
  let at = x;
  while (at < 10) {
    value -= 1 / at;
    at += 1;
  }
  const square = 1 / (at * at);
  const series = square * (1 / 12 - square * (1 / 120 - square * (1 / 252 - square * (1 / 240 - square * (1 / 132 - (square * 691) / 32760)))));
  return value + Math.log(at) - 0.5 / at - series;
}
