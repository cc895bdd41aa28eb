import type { ReaderSettings } from "@/lib/accounts/reader-settings";
import type { Translator } from "@/components/words/words";
import type { Label } from "@/lib/codebook/content";
import { type Command, KEY_COMMANDS, type KeyCommand } from "../keys";
import type { Codebook } from "../labels/codebook";
import { ariaChord, chordOf, isScreenWide, isSingle, type KeyPress, refusedChord, showChord } from "./chord";

/** Where a key was pressed: among the words (and in the marking box and on cards), anywhere on the screen, or in a field. */
export type KeyPlace = "words" | "screen" | "field";

/** What stands in the way of giving a key to a command. */
export type Clash = { readonly kind: "refused"; readonly why: "browsers" | "moves" } | { readonly kind: "command"; readonly with: KeyCommand } | { readonly kind: "label"; readonly with: Label };

/** Which key does what for one person and one codebook. */
export class KeyMap {
  readonly #keys: ReadonlyMap<string, readonly string[]>;
  readonly #byChord = new Map<string, KeyCommand>();
  readonly #labels: ReadonlyMap<string, string>;

  constructor(readonly settings: Pick<ReaderSettings, "keys" | "singleKeys">, codebook: Codebook, private readonly t: Translator, private readonly mac = false) {
    this.#keys = new Map(KEY_COMMANDS.map((one) => [one.id, keysOf(one, settings.keys)]));
    for (const one of KEY_COMMANDS) for (const chord of this.#keys.get(one.id) ?? []) if (!this.#byChord.has(chord)) this.#byChord.set(chord, one);
    this.#labels = allocate(codebook, new Set(this.#byChord.keys()));
  }

  /** The keys that act for a command now; none of one letter while those are off. */
  keysOf(id: string): readonly string[] {
    return (this.#keys.get(id) ?? []).filter((chord) => this.settings.singleKeys || !isSingle(chord));
  }

  /** The first key of a command, for a key cap; undefined when it has none. */
  shown(id: string): string | undefined {
    const [first] = this.keysOf(id);
    return first === undefined ? undefined : showChord(first, this.mac, this.t);
  }

  /** Every key of a command, for the list of keys; also those that are off. */
  listed(id: string): readonly string[] {
    return (this.#keys.get(id) ?? []).map((chord) => showChord(chord, this.mac, this.t));
  }

  /** The keys of a command for `aria-keyshortcuts`. */
  aria(id: string): string | undefined {
    return this.keysOf(id).map((chord) => ariaChord(chord, this.mac)).join(" ") || undefined;
  }

  /** The key of a label: its own, or another where that one is taken. Null when it has none, or single keys are off. */
  labelKey(label: Pick<Label, "id">): string | null {
    return this.settings.singleKeys ? (this.#labels.get(label.id) ?? null) : null;
  }

  /** What a key press asks for in a place; null when it keeps its own meaning. */
  command(press: KeyPress, place: KeyPlace): Command | null {
    const chord = chordOf(press);
    if (chord === null) return null;
    // Shift may still be down from selecting.
    const found = this.#byChord.get(chord) ?? (isSingle(chord) ? this.#byChord.get(chord.replace("Shift+", "")) : undefined);
    if (found === undefined || (isSingle(chord) && !this.settings.singleKeys)) return null;
    if (place === "field") return found.id === "submit" && isScreenWide(chord) ? found.command : null;
    return isScreenWide(chord) === (place === "screen") ? found.command : null;
  }

  /** What keeps a chord from becoming the key of a command; null when nothing does. */
  clash(id: string, chord: string, labels: Iterable<Label>): Clash | null {
    const why = refusedChord(chord);
    if (why !== null) return { kind: "refused", why };
    const other = this.#byChord.get(chord);
    if (other !== undefined && other.id !== id) return { kind: "command", with: other };
    for (const label of labels) if (this.#labels.get(label.id) === chord) return { kind: "label", with: label };
    return null;
  }
}

function keysOf({ id, keys, fixed }: KeyCommand, remapped: ReaderSettings["keys"]): readonly string[] {
  const own = fixed === true ? undefined : remapped[id];
  return own === undefined ? keys : own === "" ? [] : [own];
}

const ALPHABET = [..."abcdefghijklmnopqrstuvwxyz"];

/** A key for every label that asks for one: its own, else a letter of its name, else any letter that is free. */
function allocate(codebook: Codebook, taken: ReadonlySet<string>): ReadonlyMap<string, string> {
  const labels = codebook.spanSets.flatMap((set) => codebook.offered(set).flatMap(({ label }) => (label.shortcut === null ? [] : [{ id: label.id, name: label.name, wish: label.shortcut.toLowerCase() }])));
  const given = new Map<string, string>();
  const used = new Set(taken);
  const give = (id: string, key: string | undefined): void => {
    if (key === undefined || used.has(key)) return;
    used.add(key);
    given.set(id, key);
  };
  for (const { id, wish } of labels) give(id, wish);
  for (const { id, name } of labels) if (!given.has(id)) give(id, [...name.toLowerCase(), ...ALPHABET].find((key) => ALPHABET.includes(key) && !used.has(key)));
  return given;
}
