"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { followLive } from "@/components/live/follow-live";

const SETTLE_MS = 250;
/** Headlines and votes are read by those who show them: a whole class that votes must not draw every page anew. */
const OTHERS: ReadonlySet<string> = new Set(["writing", "headlines", "presence"]);

/** Reads the lesson again when its teacher moved on, or one's own work changed on another machine. It renders nothing. */
export function FollowLesson({ projectId }: { projectId: string }) {
  const router = useRouter();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      // What comes at once is one reading.
      timer ??= setTimeout(() => {
        timer = undefined;
        router.refresh();
      }, SETTLE_MS);
    };
    const stop = followLive(projectId, ({ kind }) => !OTHERS.has(kind), look, document);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [projectId, router]);
  return null;
}
