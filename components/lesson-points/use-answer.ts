"use client";

import { useCallback, useEffect, useState } from "react";
import { ApiProblem } from "@/components/api/client";

/** What was read for a key: nothing yet, an answer, or the sentence of a problem. */
type Read<T> = { readonly key: string; readonly answer: T | null; readonly problem: string | null };

/** Reads something when its key changes; an answer that comes too late for another key is not shown. `again` reads anew. */
export function useAnswer<T>(key: string, ask: () => Promise<T>): { answer: T | null; problem: string | null; again: () => void } {
  const [read, setRead] = useState<Read<T> | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let left = false;
    ask().then(
      (answer) => void (left || setRead({ key, answer, problem: null })),
      (error: unknown) => {
        if (!(error instanceof ApiProblem)) throw error;
        if (!left) setRead({ key, answer: null, problem: error.problem.detail });
      },
    );
    return () => void (left = true);
    // What is asked follows from the key.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, turn]);
  const now = read?.key === key ? read : null;
  return { answer: now?.answer ?? null, problem: now?.problem ?? null, again: useCallback(() => setTurn((n) => n + 1), []) };
}
