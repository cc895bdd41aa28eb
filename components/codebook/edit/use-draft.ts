"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { unwrap } from "@/components/api/client";
import type { CodebookContent } from "@/lib/codebook/content";
import { codebookApi, problemOf } from "../api";
import type { DraftData } from "../types";
import { DraftSession, type DraftState, type SaveAnswer } from "./draft-session";

type Kept = { version: number; content: CodebookContent };

/** What the answer to a save means for the session. */
export function readRefusal(error: unknown): SaveAnswer {
  const problem = problemOf(error);
  const current = problem.current as (Kept & { state: string }) | undefined;
  if (problem.code === "conflict" && current?.state === "draft") return { kind: "stale", current };
  // Published or thrown away meanwhile, or out of the project.
  if (problem.status === 409 || problem.status === 404 || problem.status === 403) return { kind: "gone" };
  if (problem.status === 422 || problem.status === 413) return { kind: "refused", detail: problem.detail, errors: (problem.errors ?? []).map(({ path, message }) => ({ path: path.replace(/^\/content(?=\/|$)/u, ""), message })) };
  return { kind: "unreachable" };
}

async function save(projectId: string, version: number, content: CodebookContent): Promise<SaveAnswer> {
  try {
    const kept = (await unwrap(codebookApi.draft.$put({ param: { projectId }, json: { version, content } }))) as Kept;
    return { kind: "saved", version: kept.version, content: kept.content };
  } catch (error) {
    return readRefusal(error);
  }
}

/** The session of one draft and how it stands. It asks before the page is left only while something has not arrived. */
export function useDraft(projectId: string, draft: DraftData): { session: DraftSession; state: DraftState } {
  const [session] = useState(
    () =>
      new DraftSession(draft, {
        save: (version, content) => save(projectId, version, content),
        later: (ms, work) => {
          const timer = setTimeout(work, ms);
          return () => clearTimeout(timer);
        },
        now: () => Date.now(),
      }),
  );
  const state = useSyncExternalStore(session.subscribe, session.state, session.state);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (!session.unsaved) return;
      void session.flush();
      event.preventDefault();
    };
    const retry = (): void => session.retryNow();
    window.addEventListener("beforeunload", ask);
    window.addEventListener("online", retry);
    window.addEventListener("focus", retry);
    const end = (): void => {
      window.removeEventListener("beforeunload", ask);
      window.removeEventListener("online", retry);
      window.removeEventListener("focus", retry);
      session.end();
    };
    return () => {
      if (!session.unsaved) return end();
      // Another page of ours takes the place: what waits goes at once, and goes on until it has arrived.
      const leave = session.subscribe(() => {
        if (session.unsaved) return;
        leave();
        end();
      });
      void session.flush();
    };
  }, [session]);
  return { session, state };
}
