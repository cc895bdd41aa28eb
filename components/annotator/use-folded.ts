import { useCallback, useSyncExternalStore } from "react";

const KEY = "slantwise.annotate.folded";
const listeners = new Set<() => void>();
let inMemory = false;

function read(): boolean {
  try {
    return localStorage.getItem(KEY) === "1";
  } catch {
    return inMemory;
  }
}

/** Whether the left pane is folded; remembered on this machine. */
export function useFolded(): [boolean, (folded: boolean) => void] {
  const subscribe = useCallback((changed: () => void) => {
    listeners.add(changed);
    return () => listeners.delete(changed);
  }, []);
  const set = useCallback((folded: boolean) => {
    inMemory = folded;
    try {
      localStorage.setItem(KEY, folded ? "1" : "0");
    } catch {
      // A browser that stores nothing still folds, until the page is left.
    }
    for (const changed of listeners) changed();
  }, []);
  return [useSyncExternalStore(subscribe, read, () => false), set];
}
