"use client";

import { useCallback, useRef, useState } from "react";
import { ApiProblem, type Problem } from "@/components/api/client";
import type { Mapping } from "@/lib/articles/formats/record";
import { isActive, isOver } from "./import-state";
import type { Import } from "./import-types";
import { actOn, getImport, readAgain } from "./imports-api";
import { usePolling } from "./use-polling";

/** What a person has the server do with a whole import. */
export type Act = "add" | "pause" | "resume" | "cancel" | { mapping: Mapping };

/** One import as it stands, read again while the server is at work on it, and what can be done with it. */
export function useImport(projectId: string, first: Import) {
  const [shown, setShown] = useState(first);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState<Act | null>(null);
  const { id } = first;
  // Changes of records are waited for: adding takes what was typed last.
  const pending = useRef<Promise<unknown>>(Promise.resolve());
  const track = useCallback((change: Promise<unknown>) => {
    pending.current = Promise.allSettled([pending.current, change]);
  }, []);

  const refresh = useCallback(async () => {
    const now = await getImport(projectId, id);
    setShown((before) => (now.version < before.version ? before : now));
    return now;
  }, [projectId, id]);
  usePolling(refresh, isOver(shown) ? null : isActive(shown) ? 700 : shown.state === "receiving" ? 1_000 : 5_000);

  const send = (act: Act, version: number): Promise<Import> => (typeof act === "string" ? actOn(projectId, id, act, version) : readAgain(projectId, id, { version, mapping: act.mapping }));
  const act = async (wish: Act): Promise<void> => {
    setBusy(wish);
    setProblem(null);
    try {
      await pending.current;
      // The import goes on by itself meanwhile: what is wanted does not depend on how far it is.
      const current = await refresh();
      setShown(await send(wish, current.version));
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem);
      await refresh().catch(() => undefined);
    } finally {
      setBusy(null);
    }
  };
  return { shown, problem, busy, act, refresh, track };
}
