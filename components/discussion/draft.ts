const key = (kept: string): string => `discussion ${kept}`;

/** What was begun in this tab under a name (what it is about, and who writes); "" for nothing, also where the browser keeps nothing. */
export function draftOf(kept: string): string {
  try {
    return sessionStorage.getItem(key(kept)) ?? "";
  } catch {
    return "";
  }
}

/** Keeps what was begun for as long as the tab is open; "" forgets it. */
export function keepDraft(kept: string, text: string): void {
  try {
    if (text === "") sessionStorage.removeItem(key(kept));
    else sessionStorage.setItem(key(kept), text);
  } catch {
    // A browser that keeps nothing still sends.
  }
}
