import { describe, expect, it } from "vitest";
import { ariaChord, chordOf, refusedChord, showChord } from "@/components/annotator/keyboard/chord";
import { KeyMap, type KeyPlace } from "@/components/annotator/keyboard/key-map";
import { KEY_COMMANDS, targetCommand } from "@/components/annotator/keys";
import { Codebook } from "@/components/annotator/labels/codebook";
import { COMMAND_NAME, DEFAULT_SETTINGS, LONGEST_KEY, MOST_KEYS } from "@/lib/accounts/reader-settings";
import { english } from "@/components/words/english";
import { german as germanWords } from "@/components/words/german";
import { translator } from "@/components/words/words";
import { FRAMINGS } from "@/lib/codebook/framing";
import { codebookOf, label, labelSet, t } from "./articles";

const press = (key: string, more: object = {}) => ({ key, code: "", ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more });
const plain = new Codebook(codebookOf([]).content);
const mapOf = (fields: Partial<typeof DEFAULT_SETTINGS> = {}, codebook = plain) => new KeyMap({ ...DEFAULT_SETTINGS, ...fields }, codebook, t);
const asks = (keys: KeyMap, key: string, more: object = {}, place: KeyPlace = "words") => keys.command(press(key, more), place)?.do ?? null;

describe("a key press in writing", () => {
  it("names modifiers in one order, and Shift where the sign does not say it", () => {
    expect(chordOf(press("Z", { ctrlKey: true, shiftKey: true }))).toBe("Mod+Shift+z");
    expect(chordOf(press("z", { metaKey: true }))).toBe("Mod+z");
    expect(chordOf(press("?", { shiftKey: true }))).toBe("?");
    expect(chordOf(press("Enter", { shiftKey: true }))).toBe("Shift+Enter");
    expect(chordOf(press("J"))).toBe("j");
    expect(chordOf(press("Shift", { shiftKey: true }))).toBeNull();
  });

  it("goes by the place of the key where Alt writes another sign", () => {
    expect(chordOf(press("‘", { altKey: true, code: "BracketRight" }))).toBe("Alt+]");
    expect(chordOf(press("ß", { altKey: true, code: "KeyS" }))).toBe("Alt+s");
  });

  it("reads as on a key cap, and as browsers want it", () => {
    expect([showChord("Mod+Enter", false, t), showChord("Mod+Enter", true, t), showChord("Enter", false, t), showChord("Alt+PageDown", false, t), showChord("a", false, t), showChord("+", false, t)]).toEqual(["Ctrl ↵", "⌘ ↵", "Enter", "Alt PgDn", "A", "+"]);
    expect([ariaChord("Mod+Enter", false), ariaChord("Mod+Enter", true), ariaChord("+", false)]).toEqual(["Control+Enter", "Meta+Enter", "Plus"]);
  });

  it("has the names that keys have in the language of the page", () => {
    const german = translator("de", germanWords);
    expect(["Mod+Shift+z", "Alt+PageDown", "Escape", "Delete"].map((chord) => showChord(chord, false, german))).toEqual(["Strg Umschalt Z", "Alt Bild ↓", "Esc", "Entf"]);
  });

  it("is refused where the browser or the text needs it", () => {
    for (const chord of ["Mod+w", "Mod+Shift+t", "Mod+1", "F5", "Alt+ArrowLeft", "Alt+d", "Tab", "Escape", "ArrowDown", "Shift+ArrowLeft", "Space", "Home", "PageDown"]) expect([chord, refusedChord(chord)]).toEqual([chord, expect.any(String)]);
    for (const chord of ["x", "Alt+x", "Alt+PageDown", "Mod+Enter", "?", "Delete", "+"]) expect([chord, refusedChord(chord)]).toEqual([chord, null]);
  });
});

describe("the table of keys", () => {
  it("gives no key twice, none that the browser needs, and names that can be stored", () => {
    const given = KEY_COMMANDS.flatMap((one) => one.keys);
    expect(new Set(given).size).toBe(given.length);
    expect(new Set(KEY_COMMANDS.map((one) => one.id)).size).toBe(KEY_COMMANDS.length);
    for (const { id, keys, fixed } of KEY_COMMANDS) {
      expect(id).toMatch(COMMAND_NAME);
      for (const key of keys) {
        expect(key.length).toBeLessThanOrEqual(LONGEST_KEY);
        if (fixed !== true && key !== "Enter") expect([key, refusedChord(key)]).toEqual([key, null]);
      }
    }
    expect(KEY_COMMANDS.length).toBeLessThanOrEqual(MOST_KEYS);
  });

  it("says of every command what it does", () => {
    const said = [...Object.keys(english.keyboard.does), ...FRAMINGS, ...Array.from({ length: 9 }, (_, i) => targetCommand(i + 1))];
    expect(KEY_COMMANDS.map((one) => one.id).sort()).toEqual(said.sort());
  });

  it("acts among the words with single keys, everywhere with the others, and in a field with none but submitting", () => {
    const keys = mapOf();
    expect(keys.command(press("c"), "words")).toEqual({ do: "framing", framing: "critical" });
    expect(keys.command(press("N", { shiftKey: true }), "words")).toEqual({ do: "framing", framing: "neutral" });
    expect(keys.command(press("3"), "words")).toEqual({ do: "target", number: 3 });
    for (const [key, command] of [["s", "skip"], ["f", "flag"], ["r", "repeat"], ["/", "find"], ["Enter", "mark"], ["Delete", "delete"], ["Backspace", "delete"]] as const) expect(asks(keys, key)).toBe(command);
    expect([asks(keys, "c", { ctrlKey: true }), asks(keys, "ArrowLeft"), asks(keys, "c", {}, "screen"), asks(keys, "Tab", { shiftKey: true })]).toEqual([null, null, null, null]);
    expect(asks(keys, "z", { ctrlKey: true }, "screen")).toBe("undo");
    expect(asks(keys, "Z", { metaKey: true, shiftKey: true }, "screen")).toBe("redo");
    expect(asks(keys, "y", { ctrlKey: true }, "screen")).toBe("redo");
    expect(asks(keys, "]", { altKey: true, code: "BracketRight" }, "screen")).toBe("next");
    expect(asks(keys, "z", { ctrlKey: true }, "words")).toBeNull();
    expect([asks(keys, "z", { ctrlKey: true }, "field"), asks(keys, "s", {}, "field"), asks(keys, "Enter", { ctrlKey: true }, "field")]).toEqual([null, null, "submit"]);
  });
});

describe("keys of one's own", () => {
  it("replace the usual ones, and an empty one takes the key away", () => {
    const keys = mapOf({ keys: { next: "x", skip: "", unheardOf: "q" } });
    expect([asks(keys, "x"), asks(keys, "j"), asks(keys, "]", { altKey: true, code: "BracketRight" }, "screen"), asks(keys, "s")]).toEqual(["next", null, null, null]);
    expect([keys.shown("next"), keys.shown("skip"), keys.aria("skip")]).toEqual(["X", undefined, undefined]);
  });

  it("reach a command from everywhere when they are with Alt", () => {
    expect(asks(mapOf({ keys: { skip: "Alt+s" } }), "s", { altKey: true, code: "KeyS" }, "screen")).toBe("skip");
  });

  it("do not touch what is fixed", () => {
    expect(asks(mapOf({ keys: { close: "x" } }), "Escape")).toBe("close");
  });

  it("of one letter can be switched off, and the others stay", () => {
    const keys = mapOf({ singleKeys: false, keys: { skip: "Alt+s" } });
    for (const key of ["c", "j", "3", "?", "/", "f"]) expect([key, asks(keys, key)]).toEqual([key, null]);
    expect([asks(keys, "Enter"), asks(keys, "Delete"), asks(keys, "Escape"), asks(keys, "]", { altKey: true, code: "BracketRight" }, "screen"), asks(keys, "s", { altKey: true, code: "KeyS" }, "screen")]).toEqual(["mark", "delete", "close", "next", "skip"]);
    expect([keys.shown("critical"), keys.shown("next"), keys.shown(targetCommand(1))]).toEqual([undefined, "Alt ]", undefined]);
  });

  it("are refused with the name of what has them", () => {
    const book = new Codebook(codebookOf([labelSet("technique", [label("loaded", { shortcut: "l" })])]).content);
    const keys = mapOf({}, book);
    const clash = (chord: string) => keys.clash("skip", chord, book.spanSets.flatMap((set) => set.labels));
    expect(clash("f")).toMatchObject({ kind: "command", with: { id: "flag" } });
    expect(clash("l")).toMatchObject({ kind: "label", with: { id: "loaded" } });
    expect(clash("Mod+w")).toMatchObject({ kind: "refused" });
    expect([clash("s"), clash("x"), clash("Alt+s")]).toEqual([null, null, null]);
  });
});

describe("keys of labels", () => {
  const book = new Codebook(codebookOf([labelSet("technique", [label("a", { name: "Appeal", shortcut: "a" }), label("l", { name: "Loaded", shortcut: "l" }), label("q", { name: "Quiet" }), label("p", { name: "Slur", shortcut: "x" })])]).content);

  it("are their own unless a command has them; then a letter of the name, then any", () => {
    const keys = mapOf({}, book);
    expect(["a", "l", "q", "p"].map((id) => keys.labelKey({ id }))).toEqual(["p", "l", null, "x"]);
  });

  it("make way for keys of one's own, and never stand for two things", () => {
    const keys = mapOf({ keys: { next: "l" } }, book);
    const given = ["a", "l", "p"].map((id) => keys.labelKey({ id }));
    expect(given[1]).not.toBe("l");
    expect(new Set(given).size).toBe(3);
    for (const key of given) expect(asks(keys, key!)).toBeNull();
  });

  it("are off with the single keys", () => {
    expect(mapOf({ singleKeys: false }, book).labelKey({ id: "l" })).toBeNull();
  });
});
