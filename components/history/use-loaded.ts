import { useEffect, useState } from "react";
import { ApiProblem, type Problem } from "@/components/api/client";

/** Something that is being read, was read, or could not be. */
export type Loaded<T> = { readonly data: T | null; readonly problem: Problem | null; readonly again: () => void };

/** Reads once, and again on demand. `read` must stay the same as long as the same thing is meant. */
export function useLoaded<T>(read: () => Promise<T>): Loaded<T> {
  const [tries, setTries] = useState(0);
  const [state, setState] = useState<{ data: T | null; problem: Problem | null }>({ data: null, problem: null });
  useEffect(() => {
    let gone = false;
    read().then(
      (data) => !gone && setState({ data, problem: null }),
      (error: unknown) => {
        if (!(error instanceof ApiProblem)) throw error;
        if (!gone) setState({ data: null, problem: error.problem });
      },
    );
    return () => {
      gone = true;
    };
  }, [read, tries]);
  return { ...state, again: () => setTries(tries + 1) };
}
