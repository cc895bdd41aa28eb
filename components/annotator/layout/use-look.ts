import { useCallback, useSyncExternalStore } from "react";

/** Sizes of the article's letters, and lengths of its lines. */
export const TEXT_SIZES = ["small", "normal", "large"] as const;
export const MEASURES = ["narrow", "normal", "wide"] as const;

/** How one person has arranged the annotate screen in this browser. Widths are pixels; null is the usual one. */
export type Look = {
  readonly left: number | null;
  readonly right: number | null;
  readonly folded: boolean;
  readonly queueFolded: boolean;
  readonly guideFolded: boolean;
  readonly size: (typeof TEXT_SIZES)[number];
  readonly measure: (typeof MEASURES)[number];
};

const USUAL: Look = { left: null, right: null, folded: false, queueFolded: false, guideFolded: false, size: "normal", measure: "normal" };
const listeners = new Set<() => void>();
const known = new Map<string, Look>();

/** The look out of what is stored; what is of the wrong kind is the usual. */
export function readLook(stored: string | null): Look {
  try {
    const found: unknown = JSON.parse(stored ?? "{}");
    if (typeof found !== "object" || found === null) return USUAL;
    const { left, right, folded, queueFolded, guideFolded, size, measure } = found as Record<string, unknown>;
    const width = (value: unknown): number | null => (typeof value === "number" && value > 0 && value < 4000 ? value : null);
    return {
      left: width(left), right: width(right), folded: folded === true, queueFolded: queueFolded === true, guideFolded: guideFolded === true,
      size: TEXT_SIZES.find((one) => one === size) ?? USUAL.size, measure: MEASURES.find((one) => one === measure) ?? USUAL.measure,
    };
  } catch {
    return USUAL;
  }
}

const keyFor = (userId: string | null): string => `slantwise.annotate.look.${userId ?? "nobody"}`;

function lookOf(key: string): Look {
  const before = known.get(key);
  if (before !== undefined) return before;
  let look = USUAL;
  try {
    look = readLook(localStorage.getItem(key));
  } catch {
    // A browser that stores nothing shows the usual look.
  }
  known.set(key, look);
  return look;
}

/** The look of a person's annotate screen, remembered in this browser, and how to change it. */
export function useLook(userId: string | null): [Look, (fields: Partial<Look>) => void] {
  const key = keyFor(userId);
  const subscribe = useCallback((changed: () => void) => {
    listeners.add(changed);
    return () => listeners.delete(changed);
  }, []);
  const set = useCallback((fields: Partial<Look>) => {
    const look = { ...lookOf(key), ...fields };
    known.set(key, look);
    try {
      localStorage.setItem(key, JSON.stringify(look));
    } catch {
      // It still holds until the page is left.
    }
    for (const changed of listeners) changed();
  }, [key]);
  return [useSyncExternalStore(subscribe, () => lookOf(key), () => USUAL), set];
}
