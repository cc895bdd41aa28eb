import { useCallback, useEffect, useState } from "react";
import { ApiProblem, unwrap } from "@/components/api/client";
import { lessonApi, type ClassLesson } from "@/components/lesson-talk/api";
import { concerns, useNews } from "@/components/lesson-talk/use-news";
import { useReading, type Reading } from "@/components/lesson-talk/use-reading";
import { doorApi, liveApi, type ClassBoard, type Door } from "./api";

const AWAY_MS = 20_000;

/** A lesson as read, and how far the server's clock is ahead of this machine's, in milliseconds. */
export type Timed = { readonly lesson: ClassLesson; readonly ahead: number };

/** A running lesson as its teacher leads it. */
export type Live = {
  readonly board: Reading<ClassBoard>;
  readonly door: Reading<Door>;
  /** Runs one act and reads everything again; what was refused is told in `refused`. Only one act at a time. */
  readonly act: <T>(work: () => Promise<T>) => Promise<T | null>;
  readonly busy: boolean;
  readonly refused: string | null;
};

/** Reads a lesson for pages that follow it by hand. */
export function useLesson(projectId: string): Reading<Timed> {
  const ask = useCallback(async (): Promise<Timed> => {
    const lesson = await unwrap(lessonApi.$get({ param: { projectId } }));
    return { lesson, ahead: Date.parse(lesson.now) - Date.now() };
  }, [projectId]);
  return useReading(ask);
}

/** Leads a lesson that `useLesson` reads: it, its pupils and its door, kept fresh within a second; `also` is called with the same news. */
export function useLive(projectId: string, timed: Reading<Timed>, also: (kinds: ReadonlySet<string>) => void): Live {
  const board = useReading(useCallback(() => unwrap(liveApi.board.$get({ param: { projectId } })), [projectId]));
  const door = useReading(useCallback(() => unwrap(doorApi.$get({ param: { projectId } })), [projectId]));
  const [{ busy, refused }, setAct] = useState<{ busy: boolean; refused: string | null }>({ busy: false, refused: null });
  useNews(projectId, (kinds) => {
    void board.read();
    if (concerns(kinds, "lesson")) void timed.read();
    if (concerns(kinds, "lesson", "door")) void door.read();
    also(kinds);
  });
  const { read: readBoard } = board;
  // Nobody tells that somebody went away: it shows when they are not heard of.
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === "visible" && void readBoard(), AWAY_MS);
    return () => clearInterval(timer);
  }, [readBoard]);
  const act = async <T>(work: () => Promise<T>): Promise<T | null> => {
    if (busy) return null;
    setAct({ busy: true, refused: null });
    let told: string | null = null;
    let done: T | null = null;
    try {
      done = await work();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      told = error.problem.detail;
    }
    await Promise.all([timed.read(), board.read(), door.read()]);
    also(new Set());
    setAct({ busy: false, refused: told });
    return done;
  };
  return { board, door, act, busy, refused };
}
