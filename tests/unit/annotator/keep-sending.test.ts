import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { keepSending } from "@/components/annotator/unsent/keep-sending";

/** An outbox that counts what it is asked to do. */
function counting() {
  const outbox = { isFragile: false, tries: 0, flushed: 0, retryNow: () => void (outbox.tries += 1), history: { flush: () => void (outbox.flushed += 1) } };
  return outbox;
}
const isAsked = (page: EventTarget): boolean => !page.dispatchEvent(new Event("beforeunload", { cancelable: true }));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("asks before the tab is left only when that would lose something", () => {
  const [page, outbox] = [new EventTarget(), counting()];
  const stop = keepSending(outbox as never, page);
  expect(isAsked(page)).toBe(false);
  outbox.isFragile = true;
  expect(isAsked(page)).toBe(true);
  stop();
  expect(isAsked(page)).toBe(false);
});

it("tries again when the network, the person or the page is back, and once a minute", () => {
  const [page, outbox] = [new EventTarget(), counting()];
  const stop = keepSending(outbox as never, page);
  for (const event of ["online", "focus", "pageshow"]) page.dispatchEvent(new Event(event));
  expect(outbox.tries).toBe(3);
  vi.advanceTimersByTime(60_000);
  expect(outbox.tries).toBe(4);
  page.dispatchEvent(new Event("pagehide"));
  expect(outbox.flushed).toBe(1);
  stop();
  vi.advanceTimersByTime(60_000);
  expect(outbox.tries).toBe(4);
});
