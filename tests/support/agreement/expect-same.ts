import { expect } from "vitest";
import type { Line } from "@/lib/agreement/report";
import type { Naive } from "./naive";

export const NONE = { value: null, reason: "not_computed" } as const;

/** The figure and its interval are those counted anew, to 1e-9. */
export function expectSame(line: Pick<Line, "figure" | "interval">, naive: Naive, what: string): void {
  const [shown, wanted] = [[line.figure.value, line.interval.value?.low ?? null, line.interval.value?.high ?? null], [naive.value, naive.low, naive.high]];
  shown.forEach((value, i) => {
    const other = wanted[i] ?? null;
    if (value === null || other === null) expect([what, i, value]).toEqual([what, i, other]);
    else expect(Math.abs(value - other), `${what}: ${value} and ${other}`).toBeLessThan(1e-9);
  });
}
