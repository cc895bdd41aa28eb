"use client";

import { useEffect, useState } from "react";

/** Goes from one row that not every article tells to the next, by the key N (back with Shift) or a button; after the last it begins above. `keys` says whether single letters act. */
export function useDifferences(rows: readonly string[], keys: boolean, said: (where: "last" | "none") => void): { readonly current: string | null; readonly next: (by?: 1 | -1) => void } {
  const [current, setCurrent] = useState<string | null>(null);
  const next = (by: 1 | -1 = 1): void => {
    if (rows.length === 0) return said("none");
    const at = current === null ? -1 : rows.indexOf(current);
    const to = at < 0 ? (by === 1 ? 0 : rows.length - 1) : at + by;
    if (to < 0 || to >= rows.length) {
      setCurrent(null);
      return said("last");
    }
    const key = rows[to]!;
    setCurrent(key);
    const row = document.getElementById(`row-${key}`);
    row?.scrollIntoView({ block: "center" });
    row?.focus({ preventScroll: true });
  };
  useEffect(() => {
    if (!keys) return undefined;
    const press = (event: KeyboardEvent): void => {
      const target = event.target as HTMLElement | null;
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.key.toLowerCase() !== "n" || target?.closest("input, textarea, select, dialog, [role=menu], [role=dialog], [contenteditable]")) return;
      event.preventDefault();
      next(event.shiftKey ? -1 : 1);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  });
  return { current, next };
}
