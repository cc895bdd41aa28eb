import { describe, expect, it } from "vitest";
import { ADJUDICATE_KEYS, AdjudicateKeys } from "@/components/adjudicator/keyboard/adjudicate-keys";
import { english } from "@/components/words/english";
import { translator } from "@/components/words/words";
import { COMMAND_NAME } from "@/lib/accounts/reader-settings";

const t = translator("en", english);
const keys = (settings: Partial<AdjudicateKeys["settings"]> = {}): AdjudicateKeys => new AdjudicateKeys({ keys: {}, singleKeys: true, ...settings }, t);
const press = (key: string, code: string, fields: Partial<KeyboardEvent> = {}) => ({ key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...fields });

describe("the keys of adjudication", () => {
  it("adopt by Shift and a digit, whatever sign the keyboard has there", () => {
    expect(keys().command(press("!", "Digit1", { shiftKey: true }), false)).toEqual({ do: "adopt", digit: 1 });
    expect(keys().command(press('"', "Digit2", { shiftKey: true }), false)).toEqual({ do: "adopt", digit: 2 });
    expect(keys().command(press("=", "Digit0", { shiftKey: true }), false)).toEqual({ do: "none" });
    expect(keys().command(press("1", "Digit1"), false)).toBeNull();
    expect(keys().shown("adoptA")).toBe("⇧1");
  });

  it("act in no field but for those with Ctrl", () => {
    expect(keys().command(press("u", "KeyU"), true)).toBeNull();
    expect(keys().command(press("Enter", "Enter", { ctrlKey: true }), true)).toEqual({ do: "settle" });
  });

  it("are off where single keys are, and what has another key keeps it", () => {
    const off = keys({ singleKeys: false });
    expect(off.command(press("u", "KeyU"), false)).toBeNull();
    expect(off.command(press("!", "Digit1", { shiftKey: true }), false)).toBeNull();
    expect(off.command(press("]", "BracketRight", { altKey: true }), false)).toEqual({ do: "next" });
  });

  it("can be other ones, and say what is in the way", () => {
    const mine = keys({ keys: { clusterNext: "x" } });
    expect(mine.command(press("x", "KeyX"), false)).toEqual({ do: "next" });
    expect(mine.command(press("]", "BracketRight"), false)).toBeNull();
    expect(mine.clash("clusterPrevious", "x")).toEqual({ with: "clusterNext" });
    expect(mine.clash("clusterPrevious", "Mod+t")).toBe("browsers");
  });

  it("have names that settings can keep, each once, and words for each", () => {
    const ids = ADJUDICATE_KEYS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(COMMAND_NAME);
    expect(Object.keys(english.adjudicate.keys.does).sort()).toEqual([...ids].sort());
    const all = ADJUDICATE_KEYS.flatMap((one) => one.keys);
    expect(new Set(all).size).toBe(all.length);
  });
});
