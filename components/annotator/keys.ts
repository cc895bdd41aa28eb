import type { Framing } from "@/lib/codebook/framing";
import type { Codebook } from "./labels/codebook";
import type { SuggestionAct } from "./suggestions/use-suggestions";

/** What a key asks of the draft. */
export type DraftCommand = { readonly do: "framing"; readonly framing: Framing } | { readonly do: "target"; readonly number: number } | { readonly do: "voice" } | { readonly do: "targets" };

/** What a key asks for. */
export type Command =
  | DraftCommand
  | { readonly do: "suggestion"; readonly act: SuggestionAct }
  | { readonly do: "enter" | "mark" | "close" | "next" | "previous" | "delete" | "keys" | "undo" | "redo" | "submit" | "nextArticle" | "previousArticle" };

/** The part of a keyboard event that counts. */
export type KeyPress = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

const FRAMINGS: Readonly<Record<string, Framing>> = { a: "advocacy", c: "critical", n: "neutral" };
const LETTERS: Readonly<Record<string, Command>> = {
  v: { do: "voice" },
  t: { do: "targets" },
  j: { do: "next" },
  k: { do: "previous" },
  "?": { do: "keys" },
  Enter: { do: "mark" },
  Tab: { do: "enter" },
  Escape: { do: "close" },
  Delete: { do: "delete" },
  Backspace: { do: "delete" },
  ".": { do: "suggestion", act: "next" },
  ",": { do: "suggestion", act: "previous" },
  "+": { do: "suggestion", act: "accept" },
  ";": { do: "suggestion", act: "edit" },
  "-": { do: "suggestion", act: "dismiss" },
};

/** Keys that hold everywhere on the screen; those without Ctrl, ⌘ or Alt are not among them. In a field only submitting is. */
export function screenCommand(press: KeyPress, inField: boolean): Command | null {
  const control = press.ctrlKey || press.metaKey;
  if (control && !press.altKey && press.key === "Enter") return { do: "submit" };
  if (inField) return null;
  if (control && !press.altKey) {
    const key = press.key.toLowerCase();
    if (key === "z") return { do: press.shiftKey ? "redo" : "undo" };
    return key === "y" && !press.shiftKey ? { do: "redo" } : null;
  }
  if (!press.altKey || control) return null;
  if (press.code === "BracketRight") return { do: "next" };
  if (press.code === "BracketLeft") return { do: "previous" };
  if (press.key === "PageDown") return { do: "nextArticle" };
  return press.key === "PageUp" ? { do: "previousArticle" } : null;
}

/** Single keys, which hold only while focus is among the words, in the popover or on a card. */
export function wordsCommand(press: KeyPress): Command | null {
  if (press.ctrlKey || press.metaKey || press.altKey || (press.key === "Tab" && press.shiftKey)) return null;
  const framing = FRAMINGS[press.key.toLowerCase()];
  if (framing !== undefined) return { do: "framing", framing };
  if (/^[1-9]$/.test(press.key)) return { do: "target", number: Number(press.key) };
  return LETTERS[press.key] ?? LETTERS[press.key.toLowerCase()] ?? null;
}

/** True where typing means writing, so that no single key may act. */
export function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.matches("textarea, select") || (target instanceof HTMLInputElement && !["radio", "checkbox", "button"].includes(target.type)));
}

/** A line of the list behind "?". */
export type KeyLine = { readonly keys: string; readonly does: string };

/** The keys of this screen, with the project's words for framings. */
export function keyList(codebook: Codebook): KeyLine[] {
  const framings = (["advocacy", "critical", "neutral"] as const).map((framing) => codebook.framing(framing)).join(", ");
  return KEY_LIST.map((line) => (line.does === "" ? { ...line, does: framings } : line));
}

/** The keys of the codebook's labels; they act on the open mark, and on required labels while one marks. */
export function labelKeys(codebook: Codebook): KeyLine[] {
  return codebook.spanSets.flatMap((set) => codebook.offered(set).flatMap(({ label }) => (label.shortcut === null ? [] : [{ keys: label.shortcut.toUpperCase(), does: `${set.name}: ${label.name}` }])));
}

const KEY_LIST: readonly KeyLine[] = [
  { keys: "Shift ← →", does: "Select words; with Ctrl or ⌥ whole words at a time" },
  { keys: "Enter", does: "Choose for the selected words; again: mark them" },
  { keys: "Tab", does: "From the selected words into the marking box" },
  { keys: "A  C  N", does: "" },
  { keys: "1 – 9", does: "Target" },
  { keys: "T", does: "All targets" },
  { keys: "V", does: "Voice: own, quoted, reported, embedded" },
  { keys: "J  K", does: "Next and previous span; also Alt ] and Alt [" },
  { keys: "Enter", does: "On an open span: to its card" },
  { keys: "Delete", does: "Delete the open span" },
  { keys: ".  ,", does: "Next and previous suggestion" },
  { keys: "+  ;  -", does: "Accept, edit or dismiss the suggestion" },
  { keys: "Esc", does: "Close the top layer; back to the words" },
  { keys: "Ctrl Z", does: "Undo; Ctrl Shift Z or Ctrl Y: redo (⌘ on a Mac)" },
  { keys: "Ctrl ↵", does: "Submit and next" },
  { keys: "Alt PgDn", does: "Next article; Alt PgUp: previous" },
  { keys: "?", does: "This list" },
];
