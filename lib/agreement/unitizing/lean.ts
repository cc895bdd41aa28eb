import { defined, undefinedFor } from "@/lib/kernel/quantity";
import type { Figure } from "../report";
import type { Member } from "./agreed";
import { barUAlpha } from "./bar-u-alpha";
import { UNIT, type Continuum } from "./continuum";
import { cuAlpha } from "./cu-alpha";
import type { Scale } from "./difference";
import { kUAlpha } from "./k-u-alpha";
import { addPieces, places, width } from "./pieces";
import { uAlpha } from "./u-alpha";

/** As few numbers per text as one figure can be computed from. Like all pieces they add up over texts. */
export type Lean = {
  readonly width: number;
  /** Adds those of a continuum to `into` from `at` on. */
  readonly add: (into: Float64Array, at: number, continuum: Continuum) => void;
  /** The figure of a sum; where it is undefined the reason may be a more general one than that of the whole family's. */
  readonly statistic: (sum: Float64Array) => Figure;
};

/**
 * The numbers behind one figure of the uα family (`value`: (k)uα of that value), for resampling. The family's own pieces
 * grow with the square of the values: a hundred targets make 80 kB of each text, thousands of times. Nominal figures
 * need only sums of them: |uα has one value, (k)uα the value and all others, uα and cuα what differs, the row sums and
 * what falls within one unit. cuα and (k)uα at other levels need all pieces. Equal to the whole computation but for rounding.
 */
export function leanOf(values: number, member: Member, scale: Scale, value?: number): Lean {
  if (value !== undefined && scale.level === "nominal") return folded(2, (c) => (c === value ? 0 : 1), (sum) => kUAlpha(sum, 2, 0));
  if (value !== undefined) return whole(values, (sum) => kUAlpha(sum, values, value, scale));
  if (member === "bar_u") return folded(1, () => 0, (sum) => barUAlpha(sum, 1));
  if (member === "cu" && scale.level !== "nominal") return whole(values, (sum) => cuAlpha(sum, values, scale));
  // Of few values all pieces are as good.
  if (values < 4) return whole(values, (sum) => (member === "u" ? uAlpha(sum, values) : cuAlpha(sum, values)));
  return rowSums(values, member);
}

const whole = (values: number, statistic: Lean["statistic"]): Lean => ({ width: width(values), add: (into, at, continuum) => addPieces(into, at, values, continuum), statistic });

function folded(values: number, to: (value: number) => number, statistic: Lean["statistic"]): Lean {
  const add = (into: Float64Array, at: number, { units, ...rest }: Continuum) => {
    const other = units.slice();
    for (let i = UNIT - 1; i < other.length; i += UNIT) other[i] = to(other[i]!);
    addPieces(into, at, values, { ...rest, units: other });
  };
  return { width: width(values), add, statistic };
}

/** Σ_{c≠k} ℓ_ck, what falls within one unit, and the row sums: of ℓ with A for uα, of ℓ* with B for cuα. */
function rowSums(values: number, member: Member): Lean {
  const [size, rows] = [values + 1, member === "u" ? values + 1 : values];
  const { selves, meetings } = places(values);
  const scratch = new Float64Array(width(values));
  const add = (into: Float64Array, at: number, continuum: Continuum) => {
    scratch.fill(0);
    addPieces(scratch, 0, values, continuum);
    for (let c = 0; c < rows; c++) {
      let row = 0;
      for (let k = 0; k < rows; k++) if (k !== c) row += scratch[c * size + k]!;
      into[at]! += row;
      into[at + 2 + c]! += row + scratch[c * size + c]!;
      into[at + 1]! += c === values ? row + scratch[c * size + c]! : scratch[(member === "u" ? selves : meetings) + c]!;
    }
  };
  const statistic = (sum: Float64Array): Figure => {
    let [total, mixed] = [0, 0];
    for (let c = 0; c < rows; c++) total += sum[2 + c]!;
    for (let c = 0; c < rows; c++) mixed += sum[2 + c]! * (total - sum[2 + c]!);
    const by = (total * mixed) / (total * total - sum[1]!);
    return by > 0 ? defined(1 - sum[0]! / by) : undefinedFor("no_variation");
  };
  return { width: rows + 2, add, statistic };
}
