import type { Framing } from "@/lib/codebook/framing";
import type { SuggestionAct } from "./suggestions/use-suggestions";

/** What a key asks of the draft. */
export type DraftCommand = { readonly do: "framing"; readonly framing: Framing } | { readonly do: "target"; readonly number: number } | { readonly do: "voice" } | { readonly do: "targets" };

/** What a key asks for. */
export type Command =
  | DraftCommand
  | { readonly do: "suggestion"; readonly act: SuggestionAct }
  | { readonly do: "enter" | "mark" | "repeat" | "find" | "granularity" | "passage" | "edges" | "close" | "next" | "previous" | "delete" | "keys" | "undo" | "redo" | "submit" | "skip" | "flag" | "nextArticle" | "previousArticle" };

/** Parts of the list of keys, in their order. */
export const KEY_GROUPS = ["Marking", "Marks", "Suggestions", "Article", "Screen"] as const;

/** A command with its usual keys; see `chordOf` for how keys are written. */
export interface KeyCommand {
  /** Names it in a person's settings, so it never changes. */
  readonly id: string;
  readonly keys: readonly string[];
  readonly does: string;
  readonly group: (typeof KEY_GROUPS)[number];
  readonly command: Command;
  /** Cannot be given another key. */
  readonly fixed?: true;
}

const framing = (id: Framing, key: string): KeyCommand => ({ id, keys: [key], does: id, group: "Marking", command: { do: "framing", framing: id } });
const suggestion = (id: string, act: SuggestionAct, key: string, does: string): KeyCommand => ({ id, keys: [key], does, group: "Suggestions", command: { do: "suggestion", act } });
/** The name of the command that chooses a target by its number, from 1 to 9. */
export const targetCommand = (number: number): string => `target${"ABCDEFGHI".charAt(number - 1)}`;
const targets = Array.from({ length: 9 }, (_, i): KeyCommand => ({ id: targetCommand(i + 1), keys: [String(i + 1)], does: `Target ${i + 1}`, group: "Marking", command: { do: "target", number: i + 1 } }));

/**
 * Every command of the screen that has a key: the one place where keys are given out. Keys without Ctrl, ⌘ or Alt act
 * only while focus is among the words, in the marking box or on a card; the others everywhere but in fields.
 */
export const KEY_COMMANDS: readonly KeyCommand[] = [
  { id: "mark", keys: ["Enter"], does: "Choose for the selected words; again: mark them. On an open mark: to its card", group: "Marking", command: { do: "mark" } },
  { id: "enter", keys: ["Tab"], does: "From the selected words into the marking box", group: "Marking", command: { do: "enter" }, fixed: true },
  framing("advocacy", "a"),
  framing("critical", "c"),
  framing("neutral", "n"),
  ...targets,
  { id: "targets", keys: ["t"], does: "All targets", group: "Marking", command: { do: "targets" } },
  { id: "voice", keys: ["v"], does: "Voice: own, quoted, reported, embedded", group: "Marking", command: { do: "voice" } },
  { id: "repeat", keys: ["r"], does: "Mark the selected words like the last ones", group: "Marking", command: { do: "repeat" } },
  { id: "granularity", keys: ["g"], does: "Select by character, word, sentence or paragraph", group: "Marking", command: { do: "granularity" } },
  { id: "passage", keys: ["+"], does: "Add a passage to the same mark; by mouse with Ctrl or ⌘", group: "Marking", command: { do: "passage" } },
  { id: "find", keys: ["/"], does: "Find a phrase, and mark where it stands", group: "Marking", command: { do: "find" } },
  { id: "next", keys: ["j", "Alt+]"], does: "Next mark", group: "Marks", command: { do: "next" } },
  { id: "previous", keys: ["k", "Alt+["], does: "Previous mark", group: "Marks", command: { do: "previous" } },
  { id: "edges", keys: ["e"], does: "Move the edges of the open mark", group: "Marks", command: { do: "edges" } },
  { id: "delete", keys: ["Delete", "Backspace"], does: "Delete the open mark", group: "Marks", command: { do: "delete" } },
  { id: "undo", keys: ["Mod+z"], does: "Undo", group: "Marks", command: { do: "undo" } },
  { id: "redo", keys: ["Mod+Shift+z", "Mod+y"], does: "Redo", group: "Marks", command: { do: "redo" } },
  suggestion("suggestNext", "next", ".", "Next suggestion"),
  suggestion("suggestPrevious", "previous", ",", "Previous suggestion"),
  suggestion("suggestAccept", "accept", "=", "Accept the suggestion"),
  suggestion("suggestEdit", "edit", ";", "Take it into the marking box"),
  suggestion("suggestDismiss", "dismiss", "-", "Dismiss it"),
  { id: "submit", keys: ["Mod+Enter"], does: "Submit and go to the next", group: "Article", command: { do: "submit" } },
  { id: "skip", keys: ["s"], does: "Skip this article, and say why", group: "Article", command: { do: "skip" } },
  { id: "flag", keys: ["f"], does: "Flag this article", group: "Article", command: { do: "flag" } },
  { id: "nextArticle", keys: ["Alt+PageDown"], does: "Next article", group: "Article", command: { do: "nextArticle" } },
  { id: "previousArticle", keys: ["Alt+PageUp"], does: "Previous article", group: "Article", command: { do: "previousArticle" } },
  { id: "close", keys: ["Escape"], does: "Close the top layer; back to the words", group: "Screen", command: { do: "close" }, fixed: true },
  { id: "keys", keys: ["?"], does: "This list", group: "Screen", command: { do: "keys" } },
];

/** True where typing means writing, so that no single key may act. */
export function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.matches("textarea, select, .rich-box *") || (target instanceof HTMLInputElement && !["radio", "checkbox", "button"].includes(target.type)));
}
