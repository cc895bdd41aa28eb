"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { ApiProblem, unwrap } from "@/components/api/client";
import { followLive } from "@/components/live/follow-live";
import type { Headlines } from "@/lib/lessons/server/headlines";
import { writingApi } from "./api";

const SETTLE_MS = 600;
const HEARD: ReadonlySet<string> = new Set(["lesson", "headlines", "writing", "submitted"]);

/** The headlines that one may read, read again when something changed; null before the first answer, with what stands in its way. */
export function useHeadlines(projectId: string) {
  const [list, setList] = useState<Headlines | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const look = useCallback(async () => {
    try {
      setList(await unwrap(writingApi.headlines.$get({ param: { projectId } })));
      setProblem(null);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem.detail);
    }
  }, [projectId]);
  useEffect(() => {
    const soon = () => {
      // Votes of a whole class are one reading.
      timer.current ??= setTimeout(() => {
        timer.current = undefined;
        void look();
      }, SETTLE_MS);
    };
    const stop = followLive(projectId, ({ kind }) => HEARD.has(kind), soon, document);
    window.addEventListener("online", soon);
    soon();
    return () => {
      stop();
      window.removeEventListener("online", soon);
      clearTimeout(timer.current);
      timer.current = undefined;
    };
  }, [projectId, look]);
  return { list, setList, problem, look };
}
