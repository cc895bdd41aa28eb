import { useEffect, useEffectEvent } from "react";
import { followLive } from "@/components/live/follow-live";

const SETTLE_MS = 250;

/** Hears of what changed in the project, a quarter of a second's news at once. No kinds: anything may have changed. */
export function useNews(projectId: string, hear: (kinds: ReadonlySet<string>) => void): void {
  const told = useEffectEvent(hear);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let kinds: string[] = [];
    let all = false;
    let fresh: string | null = null;
    const stop = followLive(
      projectId,
      ({ kind }) => {
        fresh = kind;
        return true;
      },
      () => {
        if (fresh === null) all = true;
        else kinds.push(fresh);
        fresh = null;
        timer ??= setTimeout(() => {
          timer = undefined;
          const heard = new Set(all ? [] : kinds);
          [kinds, all] = [[], false];
          told(heard);
        }, SETTLE_MS);
      },
      window.document,
    );
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [projectId]);
}

/** Whether news of some kinds says that one of `wanted` changed. */
export const concerns = (kinds: ReadonlySet<string>, ...wanted: readonly string[]): boolean => kinds.size === 0 || wanted.some((kind) => kinds.has(kind));
