import { describe, expect, it } from "vitest";
import { readPlace, writePlace } from "@/lib/assignments/queue";

const ID = "0190a1b2-0000-7000-8000-000000000001";

describe("a place in the queue", () => {
  it("comes back as it was written", () => expect(readPlace(writePlace({ position: 12, id: ID }))).toEqual({ position: 12, id: ID }));
  it.each(["", "1", `-1.${ID}`, `1.${ID}x`, `1.${ID};`, `9999999999.${ID}`])("is refused when it is %j", (text) => expect(readPlace(text)).toBeNull());
});
