import type { Interval } from "./estimate";

/** Two decimals with a sign: +0.25, −0.40, 0.00. */
export function signed(value: number): string {
  const digits = Math.abs(value).toFixed(2);
  if (Number(digits) === 0) return digits;
  return `${value < 0 ? "−" : "+"}${digits}`;
}

/** “95 % interval −0.50 to −0.10, cut at the end of the scale”. */
export const interval = ({ low, high, cutLow, cutHigh }: Interval): string => `95 % interval ${signed(low)} to ${signed(high)}${cutLow || cutHigh ? `, cut at the ${cutLow && cutHigh ? "ends" : "end"} of the scale` : ""}`;

/** “1 work”, “5 works”, “1,200 works”. */
export const plural = (n: number, one: string): string => `${n.toLocaleString("en")} ${one}${n === 1 ? "" : "s"}`;
