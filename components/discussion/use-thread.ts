import { useCallback, useEffect, useState } from "react";
import { API, ApiProblem, unwrap, type Problem } from "@/components/api/client";
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
    // Without the stream the discussion is as fresh as its last reading.
    const stream = new EventSource(`${API}/projects/${projectId}/live`);
    stream.addEventListener("change", (event: MessageEvent<string>) => {
      if ((JSON.parse(event.data) as { kind?: string }).kind === "message") void read();
    });
    return () => stream.close();
  }, [projectId, read]);
  return { thread, problem, read };
}
