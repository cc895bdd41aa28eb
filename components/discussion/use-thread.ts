import { useCallback, useEffect, useState } from "react";
import { ApiProblem, unwrap, type Problem } from "@/components/api/client";
import { followLive } from "@/components/live/follow-live";
import { type Thread, threadApi } from "./api";

/** A discussion, read again whenever somebody says something in the project. */
export function useThread(projectId: string, assignmentId: string): { thread: Thread | null; problem: Problem | null; read: () => Promise<void> } {
  const [thread, setThread] = useState<Thread | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const read = useCallback(
    (): Promise<void> =>
      unwrap(threadApi.$get({ param: { projectId, assignmentId } })).then(
        (found) => {
          setThread(found);
          setProblem(null);
        },
        (error: unknown) => {
          if (!(error instanceof ApiProblem)) throw error;
          setProblem(error.problem);
        },
      ),
    [projectId, assignmentId],
  );
  useEffect(() => {
    void read();
    return followLive(projectId, ({ kind }) => kind === "message", () => void read(), window.document);
  }, [projectId, read]);
  return { thread, problem, read };
}
