"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { ApiProblem, type Problem } from "@/components/api/client";
import type { ImportRow, RowState } from "./import-types";
import { listRows } from "./imports-api";

/** The records of an import in one state or in all, in portions. They are read again whenever `when` is another word. */
export function useRows(projectId: string, importId: string, filter: RowState | null, when: string) {
  const [rows, setRows] = useState<readonly ImportRow[] | null>(null);
  const [next, setNext] = useState<number | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const wanted = useRef("");

  const load = useCallback(async (after: number | null) => {
    const asked = `${filter} ${when}`;
    wanted.current = asked;
    try {
      const page = await listRows(projectId, importId, filter, after);
      if (wanted.current !== asked) return;
      setRows((before) => (after === null ? page.items : [...(before ?? []), ...page.items]));
      setNext(page.next);
      setProblem(null);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      if (wanted.current === asked) setProblem(error.problem);
    }
  }, [projectId, importId, filter, when]);
  useEffect(() => {
    void Promise.resolve().then(() => load(null));
  }, [load]);

  /** Puts a changed record in the place of the one that is shown. */
  const put = useCallback((row: ImportRow) => setRows((before) => before?.map((one) => (one.ordinal === row.ordinal ? row : one)) ?? null), []);
  return { rows, more: next === null ? null : () => load(next), put, problem, again: () => load(null) };
}
