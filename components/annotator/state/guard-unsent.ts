import type { AnnotatorSession } from "./session";

/**
 * Tries again when the network or the person is back, and asks before the page is left with something unsent. After
 * another screen has taken the place of this one, it goes on until the last change has arrived.
 * @returns how to stop
 */
export function guardUnsent(session: Pick<AnnotatorSession, "hasUnsent" | "retryNow" | "subscribe">, page: Pick<EventTarget, "addEventListener" | "removeEventListener">): () => void {
  const retry = (): void => session.retryNow();
  const ask = (event: Event): void => {
    if (session.hasUnsent) event.preventDefault();
  };
  page.addEventListener("online", retry);
  // Coming back from the tab where one signed in again.
  page.addEventListener("focus", retry);
  page.addEventListener("beforeunload", ask);
  const end = (): void => {
    page.removeEventListener("online", retry);
    page.removeEventListener("focus", retry);
    page.removeEventListener("beforeunload", ask);
  };
  return () => {
    if (!session.hasUnsent) return end();
    const leave = session.subscribe(() => {
      if (session.hasUnsent) return;
      leave();
      end();
    });
  };
}
