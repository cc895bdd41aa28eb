import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { History } from "@/components/annotator/state/history";
import { HistoryKeeper } from "@/components/annotator/unsent/history-keeper";
import { MemoryShelf } from "@/components/annotator/unsent/shelf";

const OWNER = { projectId: "p1", memberId: "m1", userId: "u1" };
const undoing = (id: string): History => ({ undo: [{ kind: "delete", id }], redo: [] });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("keeps what the tab can undo that went on last, also where another has not kept its own yet", async () => {
  const shelf = new MemoryShelf();
  const [before, now] = [new HistoryKeeper(shelf, OWNER), new HistoryKeeper(shelf, OWNER)];
  before.keep("a1", undoing("first"));
  before.keep("a1", undoing("old"));
  before.keep("a2", undoing("other"));
  expect(await shelf.history("m1", "a1")).toEqual(undoing("first"));
  now.keep("a1", undoing("new"));
  before.leave("a1");
  await vi.advanceTimersByTimeAsync(300);
  expect([await shelf.history("m1", "a1"), await shelf.history("m1", "a2")]).toEqual([undoing("new"), undoing("other")]);
});
