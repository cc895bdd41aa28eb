import type { Outbox } from "./outbox";

type Page = Pick<EventTarget, "addEventListener" | "removeEventListener">;

/** As often an open page looks whether something is left, in case nothing woke it. */
const ROUND_MS = 60_000;

/**
 * Tries again when the network, the laptop or the person is back, and asks before the tab is left only when that
 * would lose something. Goes on for as long as the page stands, whatever it shows.
 * @returns how to stop
 */
export function keepSending(outbox: Pick<Outbox, "isFragile" | "retryNow" | "history">, page: Page): () => void {
  const retry = (): void => outbox.retryNow();
  const ask = (event: Event): void => {
    if (outbox.isFragile) event.preventDefault();
  };
  // Focus: coming back from the tab where one signed in again. The others: a laptop that slept, a page that was put away.
  const waking = ["online", "focus", "pageshow", "visibilitychange"];
  for (const event of waking) page.addEventListener(event, retry);
  page.addEventListener("pagehide", outbox.history.flush);
  page.addEventListener("beforeunload", ask);
  const round = setInterval(retry, ROUND_MS);
  return () => {
    for (const event of waking) page.removeEventListener(event, retry);
    page.removeEventListener("pagehide", outbox.history.flush);
    page.removeEventListener("beforeunload", ask);
    clearInterval(round);
  };
}
