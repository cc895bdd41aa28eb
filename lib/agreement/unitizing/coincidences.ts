import { places } from "./pieces";

/** A square table of characters, `size`×`size`, row by row, with its row sums and its total. */
export type Table = { readonly size: number; readonly cells: Float64Array; readonly rows: Float64Array; readonly total: number };

function tableOf(size: number, cells: Float64Array): Table {
  const rows = new Float64Array(size);
  for (let c = 0; c < size; c++) for (let k = 0; k < size; k++) rows[c]! += cells[c * size + k]!;
  return { size, cells, rows, total: rows.reduce((sum, row) => sum + row, 0) };
}

/** ℓ: which values two coders give the same characters, the gap last (Krippendorff et al. 2016). Rows: ℓ_c·; total: ℓ··, the characters of all coders. */
export function observed(sum: Float64Array, values: number): Table {
  return tableOf(values + 1, sum.slice(0, places(values).selves));
}

/** ε_ck = ℓ·· (ℓ_c· ℓ_k· − [c=k] A_c)/(ℓ··² − A): what chance makes of ℓ, without pairs inside one unit; for gaps without a character and itself. */
export function expected(sum: Float64Array, values: number): Table {
  const { rows, size, total } = observed(sum, values);
  const { selves } = places(values);
  const self = (c: number): number => (c === values ? rows[c]! : sum[selves + c]!);
  let all = 0;
  for (let c = 0; c < size; c++) all += self(c);
  return spread(rows, self, total === 0 ? 0 : total / (total * total - all));
}

/** ℓ*: ℓ between values alone, where two coders both gave one. */
export function observedValued(sum: Float64Array, values: number): Table {
  const cells = new Float64Array(values * values);
  for (let c = 0; c < values; c++) for (let k = 0; k < values; k++) cells[c * values + k] = sum[c * (values + 1) + k]!;
  return tableOf(values, cells);
}

/** ε*_ck = (ℓ*_c· ℓ*_k· − [c=k] B_c)/(ℓ*·· − B/ℓ*··). */
export function expectedValued(sum: Float64Array, values: number): Table {
  const { rows, total } = observedValued(sum, values);
  const { meetings } = places(values);
  let all = 0;
  for (let c = 0; c < values; c++) all += sum[meetings + c]!;
  return spread(rows, (c) => sum[meetings + c]!, total === 0 ? 0 : 1 / (total - all / total));
}

function spread(rows: Float64Array, self: (c: number) => number, factor: number): Table {
  const size = rows.length;
  const cells = new Float64Array(size * size);
  for (let c = 0; c < size; c++) for (let k = 0; k < size; k++) cells[c * size + k] = factor * (rows[c]! * rows[k]! - (c === k ? self(c) : 0));
  return tableOf(size, cells);
}

/** Σ_{c≠k} of cells × δ²; without δ² of cells alone. Exactly 0 where all agree, which 1 − the diagonal would miss by rounding. */
export function disagreement({ cells, size }: Table, squares?: Float64Array): number {
  let sum = 0;
  for (let c = 0; c < size; c++) for (let k = 0; k < size; k++) if (c !== k) sum += cells[c * size + k]! * (squares ? squares[c * size + k]! : 1);
  return sum;
}
