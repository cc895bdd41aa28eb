"use client";

import { useSyncExternalStore } from "react";

/** Whether the window is at most `pixels` wide; false until the browser has said so. */
export function useNarrow(pixels: number): boolean {
  const query = `(max-width: ${pixels}px)`;
  return useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(query);
      media.addEventListener("change", changed);
      return () => media.removeEventListener("change", changed);
    },
    () => window.matchMedia(query).matches,
    () => false,
  );
}
