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

const NAMES: Readonly<Record<string, string>> = { Enter: "↵", Escape: "Esc", Delete: "Del", Backspace: "⌫", PageDown: "PgDn", PageUp: "PgUp", ArrowLeft: "←", ArrowRight: "→", ArrowUp: "↑", ArrowDown: "↓" };

/** A chord as it stands on a key cap: "Ctrl ↵". */
export function showChord(chord: string, mac: boolean): string {
  const { modifiers, key } = partsOf(chord);
  const caps = modifiers.split("+").filter((one) => one !== "").map((one) => (one === "Mod" ? (mac ? "⌘" : "Ctrl") : one === "Alt" && mac ? "⌥" : one));
  const alone = caps.length === 0 && key === "Enter";
  return [...caps, alone ? key : (NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key))].join(" ");
}

/** A chord for `aria-keyshortcuts`. */
export function ariaChord(chord: string, mac: boolean): string {
  const { modifiers, key } = partsOf(chord);
  return `${modifiers.replace("Mod", mac ? "Meta" : "Control")}${key === "+" ? "Plus" : key}`;
}

const MOVING = /^(?:Tab|Escape|Enter|Space|Arrow\w+|Home|End|PageUp|PageDown)$/u;
const OURS_WITH_MOD: ReadonlySet<string> = new Set(["Mod+Enter", "Mod+z", "Mod+Shift+z", "Mod+y", "Mod+.", "Mod+,", "Mod+;"]);
const BROWSERS_WITH_ALT = /^Alt\+(?:Shift\+)?(?:Arrow\w+|Home|F\d+|Tab|Enter|Space|[defv])$/u;

/** Why a chord cannot be given to a command, as a sentence: the browser or the text needs it. Null when it can. */
export function refusedChord(chord: string): string | null {
  const { modifiers, key } = partsOf(chord);
  if (modifiers.includes("Mod")) return OURS_WITH_MOD.has(chord) ? null : "Your browser uses this key.";
  if (/^F\d+$/u.test(key) || BROWSERS_WITH_ALT.test(chord)) return "Your browser uses this key.";
  if (!modifiers.includes("Alt") && MOVING.test(key)) return "This key moves about in the text.";
  return null;
}
