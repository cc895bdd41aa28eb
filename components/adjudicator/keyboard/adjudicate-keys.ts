import type { ReaderSettings } from "@/lib/accounts/reader-settings";
import { ariaChord, chordOf, isScreenWide, isSingle, type KeyPress, refusedChord, showChord } from "@/components/annotator/keyboard/chord";
import type { Translator } from "@/components/words/words";

/** What a key asks for on the adjudication screen. */
export type AdjudicateCommand =
  | { readonly do: "adopt"; readonly digit: number }
  | { readonly do: "next" | "previous" | "none" | "unanimous" | "boundaries" | "keep" | "merge" | "edit" | "add" | "history" | "settle" | "keys" | "close" };

/** A command with its usual keys. The id names it in a person's settings, so it never changes. */
export type AdjudicateKey = { readonly id: string; readonly keys: readonly string[]; readonly command: AdjudicateCommand; readonly fixed?: true };

const adopts = Array.from({ length: 9 }, (_, i): AdjudicateKey => ({ id: `adopt${"ABCDEFGHI".charAt(i)}`, keys: [`Shift+${i + 1}`], command: { do: "adopt", digit: i + 1 } }));

/** Every command of the screen that has a key. */
export const ADJUDICATE_KEYS: readonly AdjudicateKey[] = [
  { id: "clusterNext", keys: ["]", "Alt+]"], command: { do: "next" } },
  { id: "clusterPrevious", keys: ["[", "Alt+["], command: { do: "previous" } },
  ...adopts,
  { id: "adoptNone", keys: ["Shift+0"], command: { do: "none" } },
  { id: "keepTwo", keys: ["m"], command: { do: "keep" } },
  { id: "mergeEdges", keys: ["b"], command: { do: "merge" } },
  { id: "editCluster", keys: ["e"], command: { do: "edit" } },
  { id: "addMark", keys: ["a"], command: { do: "add" } },
  { id: "acceptUnanimous", keys: ["u"], command: { do: "unanimous" } },
  { id: "acceptBoundaries", keys: ["r"], command: { do: "boundaries" } },
  { id: "decisionHistory", keys: ["h"], command: { do: "history" } },
  { id: "settleArticle", keys: ["Mod+Enter"], command: { do: "settle" } },
  { id: "adjudicateKeys", keys: ["?"], command: { do: "keys" } },
  { id: "adjudicateClose", keys: ["Escape"], command: { do: "close" }, fixed: true },
];

/** A key press in writing. Shift with a digit is written as such, whatever sign the keyboard has there. */
export function pressedChord(press: KeyPress): string | null {
  const digit = /^Digit(\d)$/u.exec(press.code)?.[1];
  if (digit !== undefined && press.shiftKey && !press.ctrlKey && !press.metaKey && !press.altKey) return `Shift+${digit}`;
  return chordOf(press);
}

/** Which key does what on the adjudication screen for one person. */
export class AdjudicateKeys {
  readonly #keys: ReadonlyMap<string, readonly string[]>;
  readonly #byChord = new Map<string, AdjudicateKey>();

  constructor(readonly settings: Pick<ReaderSettings, "keys" | "singleKeys">, private readonly t: Translator, private readonly mac = false) {
    this.#keys = new Map(ADJUDICATE_KEYS.map((one) => [one.id, keysOf(one, settings.keys)]));
    for (const one of ADJUDICATE_KEYS) for (const chord of this.#keys.get(one.id) ?? []) if (!this.#byChord.has(chord)) this.#byChord.set(chord, one);
  }

  /** The keys that act for a command now; none of one sign while those are off. */
  keysOf(id: string): readonly string[] {
    return (this.#keys.get(id) ?? []).filter((chord) => this.settings.singleKeys || !isSingle(chord));
  }

  /** The first key of a command, for a key cap; undefined when it has none. */
  shown(id: string): string | undefined {
    const [first] = this.keysOf(id);
    if (first === undefined) return undefined;
    // On a button there is room for a sign only.
    const digit = /^Shift\+(\d)$/u.exec(first)?.[1];
    return digit === undefined ? showChord(first, this.mac, this.t) : `⇧${digit}`;
  }

  /** Every key of a command, also those that are off. */
  listed(id: string): readonly string[] {
    return (this.#keys.get(id) ?? []).map((chord) => showChord(chord, this.mac, this.t));
  }

  /** The keys of a command for `aria-keyshortcuts`. */
  aria(id: string): string | undefined {
    return this.keysOf(id).map((chord) => ariaChord(chord, this.mac)).join(" ") || undefined;
  }

  /** What a key press asks for; null when it keeps its own meaning. In a field only keys with Ctrl, ⌘ or Alt act. */
  command(press: KeyPress, inField: boolean): AdjudicateCommand | null {
    const chord = pressedChord(press);
    const found = chord === null ? undefined : this.#byChord.get(chord);
    if (chord === null || found === undefined || (isSingle(chord) && !this.settings.singleKeys)) return null;
    return inField && !isScreenWide(chord) ? null : found.command;
  }

  /** Why a chord cannot become the key of a command: the browser needs it, one moves with it, or another command has it. Null when it can. */
  clash(id: string, chord: string): "browsers" | "moves" | { readonly with: string } | null {
    const other = this.#byChord.get(chord);
    if (other !== undefined && other.id !== id) return { with: other.id };
    return refusedChord(chord);
  }
}

function keysOf({ id, keys, fixed }: AdjudicateKey, remapped: ReaderSettings["keys"]): readonly string[] {
  const own = fixed === true ? undefined : remapped[id];
  return own === undefined ? keys : own === "" ? [] : [own];
}
