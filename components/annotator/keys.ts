import type { Framing } from "@/lib/codebook/framing";
import type { SuggestionAct } from "./suggestions/use-suggestions";

/** What a key asks of the draft. */
export type DraftCommand = { readonly do: "framing"; readonly framing: Framing } | { readonly do: "target"; readonly number: number } | { readonly do: "voice" } | { readonly do: "targets" };

/** What a key asks for. */
export type Command =
  | DraftCommand
  | { readonly do: "suggestion"; readonly act: SuggestionAct }
  | { readonly do: "enter" | "mark" | "repeat" | "find" | "granularity" | "passage" | "edges" | "close" | "under" | "next" | "previous" | "delete" | "keys" | "undo" | "redo" | "submit" | "skip" | "flag" | "nextArticle" | "previousArticle" };

/** Parts of the list of keys, in their order. */
export const KEY_GROUPS = ["marking", "marks", "suggestions", "article", "screen"] as const;

/** A command with its usual keys; see `chordOf` for how keys are written. */
export interface KeyCommand {
  /** Names it in a person's settings, so it never changes; and in the catalogue, which says what it does. */
  readonly id: string;
  readonly keys: readonly string[];
  readonly group: (typeof KEY_GROUPS)[number];
  readonly command: Command;
  /** Cannot be given another key. */
  readonly fixed?: true;
}

const framing = (id: Framing, key: string): KeyCommand => ({ id, keys: [key], group: "marking", command: { do: "framing", framing: id } });
const suggestion = (id: string, act: SuggestionAct, key: string): KeyCommand => ({ id, keys: [key], group: "suggestions", command: { do: "suggestion", act } });
/** The name of the command that chooses a target by its number, from 1 to 9. */
export const targetCommand = (number: number): string => `target${"ABCDEFGHI".charAt(number - 1)}`;
const targets = Array.from({ length: 9 }, (_, i): KeyCommand => ({ id: targetCommand(i + 1), keys: [String(i + 1)], group: "marking", command: { do: "target", number: i + 1 } }));

/**
 * Every command of the screen that has a key: the one place where keys are given out. Keys without Ctrl, ⌘ or Alt act
 * only while focus is among the words, in the marking box or on a card; the others everywhere but in fields.
 */
export const KEY_COMMANDS: readonly KeyCommand[] = [
  { id: "mark", keys: ["Enter"], group: "marking", command: { do: "mark" } },
  { id: "enter", keys: ["Tab"], group: "marking", command: { do: "enter" }, fixed: true },
  framing("advocacy", "a"),
  framing("critical", "c"),
  framing("neutral", "n"),
  ...targets,
  { id: "targets", keys: ["t"], group: "marking", command: { do: "targets" } },
  { id: "voice", keys: ["v"], group: "marking", command: { do: "voice" } },
  { id: "repeat", keys: ["r"], group: "marking", command: { do: "repeat" } },
  { id: "granularity", keys: ["g"], group: "marking", command: { do: "granularity" } },
  { id: "passage", keys: ["+"], group: "marking", command: { do: "passage" } },
  { id: "find", keys: ["/"], group: "marking", command: { do: "find" } },
  { id: "next", keys: ["j", "Alt+]"], group: "marks", command: { do: "next" } },
  { id: "previous", keys: ["k", "Alt+["], group: "marks", command: { do: "previous" } },
  { id: "edges", keys: ["e"], group: "marks", command: { do: "edges" } },
  { id: "under", keys: ["Shift+Enter"], group: "marks", command: { do: "under" }, fixed: true },
  { id: "delete", keys: ["Delete", "Backspace"], group: "marks", command: { do: "delete" } },
  { id: "undo", keys: ["Mod+z"], group: "marks", command: { do: "undo" } },
  { id: "redo", keys: ["Mod+Shift+z", "Mod+y"], group: "marks", command: { do: "redo" } },
  suggestion("suggestNext", "next", "."),
  suggestion("suggestPrevious", "previous", ","),
  suggestion("suggestAccept", "accept", "="),
  suggestion("suggestEdit", "edit", ";"),
  suggestion("suggestDismiss", "dismiss", "-"),
  { id: "submit", keys: ["Mod+Enter"], group: "article", command: { do: "submit" } },
  { id: "skip", keys: ["s"], group: "article", command: { do: "skip" } },
  { id: "flag", keys: ["f"], group: "article", command: { do: "flag" } },
  { id: "nextArticle", keys: ["Alt+PageDown"], group: "article", command: { do: "nextArticle" } },
  { id: "previousArticle", keys: ["Alt+PageUp"], group: "article", command: { do: "previousArticle" } },
  { id: "close", keys: ["Escape"], group: "screen", command: { do: "close" }, fixed: true },
  { id: "keys", keys: ["?"], group: "screen", command: { do: "keys" } },
];

/** True where typing means writing, so that no single key may act. */
export function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.matches("textarea, select, .rich-box *") || (target instanceof HTMLInputElement && !["radio", "checkbox", "button"].includes(target.type)));
}
