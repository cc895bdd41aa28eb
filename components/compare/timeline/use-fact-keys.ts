import { useEffect } from "react";

/** What a key does to the fact in hand. */
export type FactKey = "conflict" | "same" | "different" | "undo" | "next" | "previous";
const KEYS: Readonly<Record<string, FactKey>> = { c: "conflict", s: "same", d: "different", u: "undo", j: "next", k: "previous" };

/** Takes single letters for acts, unless something is being written, or `on` is false. */
export function useFactKeys(on: boolean, act: (key: FactKey) => void): void {
  useEffect(() => {
    if (!on) return undefined;
    const press = (event: KeyboardEvent): void => {
      const key = KEYS[event.key.toLowerCase()];
      const target = event.target as HTMLElement | null;
      if (key === undefined || event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey || target?.closest("input, textarea, select, dialog, [role=menu], [role=dialog], [contenteditable]")) return;
      event.preventDefault();
      act(key);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  });
}
