import type { Translator } from "@/components/words/words";

/** The part of a keyboard event that counts. */
export type KeyPress = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

const NOT_YET: ReadonlySet<string> = new Set(["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock", "Fn", "Dead", "Process", "Unidentified"]);
const PARTS = /^((?:Mod\+|Alt\+|Shift\+)*)(.+)$/u;
const LETTER = /^\p{L}$/u;

/**
 * A key press in writing: "Mod+Shift+z", "Alt+]", "?". Mod is Ctrl or ⌘; letters are small; Shift is named with
 * letters and long names only, since other signs say it already. Null while only modifiers are down.
 */
export function chordOf({ key, code, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): string | null {
  if (NOT_YET.has(key)) return null;
  // With Alt a Mac writes other signs, so there the place of the key counts.
  const base = (altKey ? placeOf(code) : null) ?? (key === " " ? "Space" : key.length === 1 ? key.toLowerCase() : key);
  const shifts = shiftKey && (base.length > 1 || LETTER.test(base) || altKey);
  return `${ctrlKey || metaKey ? "Mod+" : ""}${altKey ? "Alt+" : ""}${shifts ? "Shift+" : ""}${base}`;
}

function placeOf(code: string): string | null {
  if (code === "BracketRight") return "]";
  if (code === "BracketLeft") return "[";
  return /^(?:Key|Digit)(.)$/u.exec(code)?.[1]?.toLowerCase() ?? null;
}

/** The modifiers and the key of a chord. */
export function partsOf(chord: string): { readonly modifiers: string; readonly key: string } {
  const [, modifiers = "", key = chord] = PARTS.exec(chord) ?? [];
  return { modifiers, key };
}

/** Whether a chord is one letter, digit or sign, which a person can switch off. */
export function isSingle(chord: string): boolean {
  const { modifiers, key } = partsOf(chord);
  return [...key].length === 1 && (modifiers === "" || modifiers === "Shift+");
}

/** Whether a chord acts on the whole screen, not only among the words. */
export function isScreenWide(chord: string): boolean {
  return /Mod|Alt/u.test(partsOf(chord).modifiers);
}

const SIGNS: Readonly<Record<string, string>> = { Enter: "↵", Backspace: "⌫", ArrowLeft: "←", ArrowRight: "→", ArrowUp: "↑", ArrowDown: "↓" };
const NAMED = ["Enter", "Escape", "Delete", "PageDown", "PageUp", "Space", "Home", "End"] as const;

/** A chord as it stands on a key cap: "Ctrl ↵", "Strg ↵". */
export function showChord(chord: string, mac: boolean, t: Translator): string {
  const { modifiers, key } = partsOf(chord);
  const caps = modifiers.split("+").filter((one) => one !== "").map((one) => (one === "Mod" ? (mac ? "⌘" : t("keyboard.caps.Control")) : one === "Shift" ? t("keyboard.caps.Shift") : mac ? "⌥" : one));
  const named = NAMED.find((one) => one === key);
  const sign = key === "Enter" && caps.length === 0 ? undefined : SIGNS[key];
  return [...caps, sign ?? (named !== undefined ? t(`keyboard.caps.${named}`) : key.length === 1 ? key.toUpperCase() : key)].join(" ");
}

/** A chord for `aria-keyshortcuts`. */
export function ariaChord(chord: string, mac: boolean): string {
  const { modifiers, key } = partsOf(chord);
  return `${modifiers.replace("Mod", mac ? "Meta" : "Control")}${key === "+" ? "Plus" : key}`;
}

const MOVING = /^(?:Tab|Escape|Enter|Space|Arrow\w+|Home|End|PageUp|PageDown)$/u;
const OURS_WITH_MOD: ReadonlySet<string> = new Set(["Mod+Enter", "Mod+z", "Mod+Shift+z", "Mod+y", "Mod+.", "Mod+,", "Mod+;"]);
const BROWSERS_WITH_ALT = /^Alt\+(?:Shift\+)?(?:Arrow\w+|Home|F\d+|Tab|Enter|Space|[defv])$/u;

/** Why a chord cannot be given to a command: the browser needs it, or one moves about in the text with it. Null when it can. */
export function refusedChord(chord: string): "browsers" | "moves" | null {
  const { modifiers, key } = partsOf(chord);
  if (modifiers.includes("Mod")) return OURS_WITH_MOD.has(chord) ? null : "browsers";
  if (/^F\d+$/u.test(key) || BROWSERS_WITH_ALT.test(chord)) return "browsers";
  if (!modifiers.includes("Alt") && MOVING.test(key)) return "moves";
  return null;
}
