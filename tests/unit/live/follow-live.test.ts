import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { followLive } from "@/components/live/follow-live";

// The browser's own stream and window, by hand: there is none in this process.
class Stream extends EventTarget {
  static made: Stream[] = [];
  readonly CLOSED = 2;
  readonly OPEN = 1;
  readyState = 0;
  constructor(readonly address: string) {
    super();
    Stream.made.push(this);
  }
  close(): void {
    this.readyState = this.CLOSED;
  }
  open(): void {
    this.readyState = this.OPEN;
    this.dispatchEvent(new Event("open"));
  }
  say(kind: string): void {
    this.dispatchEvent(new MessageEvent("change", { data: JSON.stringify({ kind, articleId: null }) }));
  }
}
const page = Object.assign(new EventTarget(), { visibilityState: "visible" as DocumentVisibilityState });
const stops: (() => void)[] = [];
const follow = (project: string, kind: string) => {
  const look = vi.fn();
  const stop = followLive(project, (change) => change.kind === kind, look, page as never);
  stops.push(stop);
  return { look, stop };
};

beforeEach(() => {
  Stream.made = [];
  vi.stubGlobal("EventSource", Stream);
  vi.stubGlobal("window", new EventTarget());
});
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  vi.unstubAllGlobals();
});

it("is one stream for a project, however many follow it, and ends with the last of them", () => {
  const [one, other] = [follow("a", "lesson"), follow("a", "headlines")];
  follow("b", "lesson");
  expect(Stream.made.map(({ address }) => address)).toEqual(["/api/v1/projects/a/live", "/api/v1/projects/b/live"]);
  const stream = Stream.made[0]!;
  stream.open();
  stream.say("headlines");
  expect([one.look.mock.calls.length, other.look.mock.calls.length]).toEqual([1, 2]);
  one.stop();
  expect(stream.readyState).toBe(stream.OPEN);
  other.stop();
  expect(stream.readyState).toBe(stream.CLOSED);
});

it("looks at once for whoever joins a stream that is open, and again when the tab comes back into view", () => {
  const first = follow("a", "lesson");
  Stream.made[0]!.open();
  const late = follow("a", "lesson");
  expect([first.look.mock.calls.length, late.look.mock.calls.length]).toEqual([1, 1]);
  page.visibilityState = "hidden";
  page.dispatchEvent(new Event("visibilitychange"));
  expect(Stream.made[0]!.readyState).toBe(2);
  page.visibilityState = "visible";
  page.dispatchEvent(new Event("visibilitychange"));
  Stream.made[1]!.open();
  expect([first.look.mock.calls.length, late.look.mock.calls.length]).toEqual([2, 2]);
});
