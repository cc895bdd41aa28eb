import type { Formatter } from "@/components/words/words";

/** A number with its sign, as the language writes it: "−0.42", "+0.19", "0.00"; "−0,42" in German. The minus is U+2212. */
export const signedIn = (format: Formatter, value: number, decimals = 2): string =>
  format.number(value, { minimumFractionDigits: decimals, maximumFractionDigits: decimals, signDisplay: "exceptZero" }).replace("-", "−");
