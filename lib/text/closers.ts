const HEBREW = /\p{Script=Hebrew}/u;
const LETTER = /[\p{L}\p{N}]/u;

type Test = (text: string, at: number) => boolean;
const one = (marks: string): Test => (text, at) => marks.includes(text.charAt(at));

/** What can close a quotation. "s’" and "s'" are marks that may as well be a plural possessive. */
const TESTS = {
  "”": one("”"),
  "“”": one("“”"),
  "«": one("«"),
  "»": one("»"),
  "‹": one("‹"),
  "›": one("›"),
  "‘’": one("‘’"),
  "」": one("」"),
  "』": one("』"),
  straight: (text, at) => text.charAt(at) === '"' && !isGershayim(text, at),
  "’": (text, at) => closesSingle(text, at, "’") && !maybePossessive(text, at),
  "s’": (text, at) => closesSingle(text, at, "’") && maybePossessive(text, at),
  "'": (text, at) => closesSingle(text, at, "'") && !maybePossessive(text, at),
  "s'": (text, at) => closesSingle(text, at, "'") && maybePossessive(text, at),
} satisfies Record<string, Test>;

/** A kind of closing mark. */
export type CloserKind = keyof typeof TESTS;

/** True for the mark in the middle of a Hebrew abbreviation. */
export function isGershayim(text: string, at: number): boolean {
  return HEBREW.test(text.charAt(at - 1)) && HEBREW.test(text.charAt(at + 1));
}

/** Finds closing marks in one text. Asked from left to right, it looks at every character once per kind. */
export class Closers {
  readonly #next = new Map<CloserKind, number>();

  constructor(private readonly text: string) {}

  /** Where the first mark of the first kind that occurs at or after `from` stands, or -1. `from` never goes back. */
  first(kinds: readonly CloserKind[], from: number): number {
    for (const kind of kinds) {
      const at = this.#find(kind, from);
      if (at < this.text.length) return at;
    }
    return -1;
  }

  #find(kind: CloserKind, from: number): number {
    let at = this.#next.get(kind) ?? -1;
    if (at >= from) return at;
    for (at = from; at < this.text.length; at++) if (TESTS[kind](this.text, at)) break;
    this.#next.set(kind, at);
    return at;
  }
}

function closesSingle(text: string, at: number, mark: string): boolean {
  return text.charAt(at) === mark && !/\s/.test(text.charAt(at - 1)) && !LETTER.test(text.charAt(at + 1));
}

function maybePossessive(text: string, at: number): boolean {
  return /s/i.test(text.charAt(at - 1)) && /^ \p{Ll}/u.test(text.slice(at + 1, at + 4));
}
