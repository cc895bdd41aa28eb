"use client";

import { useEffect, useEffectEvent } from "react";

/** Asks again and again, `every` milliseconds after the last answer, as long as `every` is not null; at once when the window is looked at again. An answer that fails is asked for again. */
export function usePolling(ask: () => Promise<unknown>, every: number | null): void {
  const now = useEffectEvent(ask);
  useEffect(() => {
    if (every === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    const again = async (): Promise<void> => {
      if (!document.hidden) await now().catch(() => undefined);
      if (!over) timer = setTimeout(() => void again(), every);
    };
    const seen = () => {
      if (document.hidden) return;
      clearTimeout(timer);
      void again();
    };
    timer = setTimeout(() => void again(), every);
    document.addEventListener("visibilitychange", seen);
    return () => {
      over = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", seen);
    };
  }, [every]);
}
