import { useCallback, useEffect, useRef, useState } from "react";
import { ApiProblem, type Problem } from "@/components/api/client";

/** What the server says, read at once and again with `read`; what was read last stays until the next answer, and an older answer never takes the place of a newer one. */
export type Reading<T> = { readonly value: T | null; readonly problem: Problem | null; readonly read: () => Promise<void> };

/** Reads with `ask`, again whenever it is another function. */
export function useReading<T>(ask: () => Promise<T>): Reading<T> {
  const [{ value, problem }, setFound] = useState<{ value: T | null; problem: Problem | null }>({ value: null, problem: null });
  const asked = useRef(0);
  const read = useCallback((): Promise<void> => {
    const mine = (asked.current += 1);
    return ask().then(
      (found) => {
        if (mine === asked.current) setFound({ value: found, problem: null });
      },
      (error: unknown) => {
        if (!(error instanceof ApiProblem)) throw error;
        if (mine === asked.current) setFound((before) => ({ ...before, problem: error.problem }));
      },
    );
  }, [ask]);
  useEffect(() => void read(), [read]);
  return { value, problem, read };
}
