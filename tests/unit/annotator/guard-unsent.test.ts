import { expect, it } from "vitest";
import { guardUnsent } from "@/components/annotator/state/guard-unsent";

/** A session with some changes that have not arrived. */
function unsent() {
  const listeners = new Set<() => void>();
  const session = {
    hasUnsent: true,
    tries: 0,
    retryNow: () => void (session.tries += 1),
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    arrive: () => {
      session.hasUnsent = false;
      for (const listener of listeners) listener();
    },
  };
  return session;
}
const isAsked = (page: EventTarget): boolean => !page.dispatchEvent(new Event("beforeunload", { cancelable: true }));

it("goes on asking and trying after another screen came, until everything has arrived", () => {
  const [page, session] = [new EventTarget(), unsent()];
  const stop = guardUnsent(session, page);
  expect(isAsked(page)).toBe(true);
  stop();
  expect(isAsked(page)).toBe(true);
  page.dispatchEvent(new Event("online"));
  expect(session.tries).toBe(1);
  session.arrive();
  session.hasUnsent = true;
  page.dispatchEvent(new Event("online"));
  expect([isAsked(page), session.tries]).toEqual([false, 1]);
});

it("stops at once when nothing is left to send", () => {
  const [page, session] = [new EventTarget(), unsent()];
  session.hasUnsent = false;
  guardUnsent(session, page)();
  session.hasUnsent = true;
  expect(isAsked(page)).toBe(false);
});
