import { LEFT_OUT, type LeftOut } from "../report";

/** Counts what is left out, by reason. */
export type Tally = { add(reason: LeftOut["reason"], assignments: number, spans: number): void; list(): LeftOut[] };

/** An empty count. */
export function newTally(): Tally {
  const counts = new Map<LeftOut["reason"], { assignments: number; spans: number }>();
  return {
    add: (reason, assignments, spans) => {
      const before = counts.get(reason) ?? { assignments: 0, spans: 0 };
      counts.set(reason, { assignments: before.assignments + assignments, spans: before.spans + spans });
    },
    list: () => LEFT_OUT.flatMap((reason) => {
      const count = counts.get(reason);
      return count ? [{ reason, ...count }] : [];
    }),
  };
}
