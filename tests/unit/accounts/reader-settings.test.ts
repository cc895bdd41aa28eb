import { describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS, readSettings } from "@/lib/accounts/reader-settings";

describe("settings of the reader out of the database", () => {
  it("are the usual ones where nothing, or nothing usable, is stored", () => {
    for (const stored of [undefined, null, {}, [], "x", 3, { keys: 1, singleKeys: "no", granularity: "letter", spokenBorders: null, suggestions: 1 }]) expect(readSettings(stored)).toEqual(DEFAULT_SETTINGS);
  });

  it("keep what they know and leave the rest out", () => {
    const stored = { keys: { skip: "x", "no name": "y", flag: 7, undo: "z".repeat(41) }, singleKeys: false, granularity: "sentence", colour: "red" };
    expect(readSettings(stored)).toEqual({ ...DEFAULT_SETTINGS, keys: { skip: "x" }, singleKeys: false, granularity: "sentence" });
  });
});
