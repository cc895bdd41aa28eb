import { phraseFinder } from "@/lib/text/phrases";

/** A name of a target as the project has it. */
export type TargetName = { readonly targetId: string; readonly name: string; /** May mean something else as well. */ readonly ambiguous: boolean };

/** What is counted of an outlet: the texts of its works, and how many words they have. */
export type NamingTally = { readonly groupId: string; words: number; works: number; /** By the number of the name in the list. */ readonly counts: Map<number, number> };

/** How often an outlet uses a name. */
export type NameUse = { readonly name: string; readonly ambiguous: boolean; readonly n: number; /** Times in 1,000 words of the outlet. */ readonly perThousand: number; /** Of all times that the outlet names the target with a certain name, 0..1; null of an ambiguous one. */ readonly share: number | null };
export type Naming = { readonly targetId: string; readonly groups: readonly { readonly groupId: string; /** By certain names alone. */ readonly total: number; readonly names: readonly NameUse[] }[] };

/**
 * Counts names in texts as whole words; case, apostrophes and spaces are folded, and at one place the longest name
 * counts. A name that two targets have counts for neither as certain: it is ambiguous wherever it stands.
 */
export class NameCounter {
  readonly #find: (text: string) => readonly { readonly phrase: number }[];

  constructor(private readonly names: readonly TargetName[]) {
    this.#find = phraseFinder(names.map(({ name }) => name));
  }

  /** Adds a text of one work to what is counted of its outlet. */
  add(tally: NamingTally, text: string): void {
    for (const { phrase } of this.#find(text)) tally.counts.set(phrase, (tally.counts.get(phrase) ?? 0) + 1);
  }

  /** How each outlet names each target: the names that anybody uses, the most used first; targets that nobody names are left out. */
  read(tallies: readonly NamingTally[]): Naming[] {
    const targets = [...new Set(this.names.map(({ targetId }) => targetId))];
    return targets.flatMap((targetId): Naming[] => {
      const own = this.names.flatMap((name, number) => (name.targetId === targetId ? [{ ...name, number, all: tallies.reduce((sum, { counts }) => sum + (counts.get(number) ?? 0), 0) }] : []));
      const used = own.filter(({ all }) => all > 0).sort((a, b) => b.all - a.all || (a.name < b.name ? -1 : 1));
      if (used.length === 0) return [];
      const groups = tallies.map(({ groupId, counts, words }) => {
        const total = used.reduce((sum, { number, ambiguous }) => sum + (ambiguous ? 0 : (counts.get(number) ?? 0)), 0);
        const names = used.map(({ name, ambiguous, number }): NameUse => {
          const n = counts.get(number) ?? 0;
          return { name, ambiguous, n, perThousand: words === 0 ? 0 : (1000 * n) / words, share: ambiguous || total === 0 ? null : n / total };
        });
        return { groupId, total, names };
      });
      return [{ targetId, groups }];
    });
  }
}

/** The names of targets, each spelling once: one that several targets have stands once, as an ambiguous name of the first. */
export function distinctTargetNames(names: readonly TargetName[], keyOf: (name: string) => string): TargetName[] {
  const kept = new Map<string, TargetName>();
  for (const name of names) {
    const key = keyOf(name.name);
    const known = kept.get(key);
    if (known === undefined) kept.set(key, name);
    else if (name.ambiguous || known.targetId !== name.targetId) kept.set(key, { ...known, ambiguous: true });
  }
  return [...kept].flatMap(([key, name]) => (key === "" ? [] : [name]));
}
