import { useCallback, useEffect, useState } from "react";
import { ApiProblem, unwrap, type Problem } from "@/components/api/client";
import { followLive } from "@/components/live/follow-live";
import { talkApi, type AskedLine, type Talk } from "./api";

/** What was said and asked about an article, read again whenever somebody says something in the project. */
export function useTalk(projectId: string, articleId: string): { talk: Talk | null; questions: readonly AskedLine[]; problem: Problem | null; read: () => Promise<void> } {
  const [found, setFound] = useState<{ talk: Talk; questions: readonly AskedLine[] } | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const read = useCallback((): Promise<void> => {
    const param = { projectId, articleId };
    return Promise.all([unwrap(talkApi.threads.$get({ param })), unwrap(talkApi.questions.$get({ param }))]).then(
      ([talk, { items }]) => {
        setFound({ talk, questions: items });
        setProblem(null);
      },
      (error: unknown) => {
        if (!(error instanceof ApiProblem)) throw error;
        setProblem(error.problem);
      },
    );
  }, [projectId, articleId]);
  useEffect(() => {
    void read();
    return followLive(projectId, ({ kind }) => kind === "talk" || kind === "message", () => void read(), window.document);
  }, [projectId, read]);
  return { talk: found?.talk ?? null, questions: found?.questions ?? [], problem, read };
}
