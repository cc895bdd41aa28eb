import { expect, it } from "vitest";
import { carryKinds } from "@/lib/articles/carry-kinds";

const chrome = (ordinal: number) => ({ ordinal, kind: "chrome" as const });

it("keeps what was said of the blocks around an edit, and drops what was said of the edited ones", () => {
  const kinds = [chrome(0), chrome(2), chrome(3)];
  expect(carryKinds(["menu", "a", "b", "foot"], ["menu", "a", "new", "lines", "foot"], kinds)).toEqual([chrome(0), chrome(4)]);
  expect(carryKinds(["menu", "a", "b", "foot"], ["menu", "foot"], kinds)).toEqual([chrome(0), chrome(1)]);
  expect(carryKinds(["a"], ["a"], [chrome(0)])).toEqual([chrome(0)]);
  expect(carryKinds(["a", "a"], ["a"], [chrome(1)])).toEqual([]);
});
