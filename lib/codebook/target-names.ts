import { distinctNames, nameKey } from "@/lib/articles/name-key";
import { phraseFinder } from "@/lib/text/phrases";
import type { TextRange } from "@/lib/text/units";

/** A name or alias by which a target (or one merged into it) may be found. */
export type TargetName = { readonly targetId: string; readonly target: string; readonly name: string; readonly isAmbiguous: boolean };
/** A name of one target as it is searched for: ambiguous where anybody calls it so or another target has it too; `also` names those. */
export type SearchedName = { name: string; isAmbiguous: boolean; also: string[] };
/** Where a name of a target stands. One that needs a look may mean something else. */
export type NameHit = TextRange & { readonly needsLook: boolean };

type Owners = { name: string; isAmbiguous: boolean; targets: Map<string, string> };

function byKey(names: readonly TargetName[]): Map<string, Owners> {
  const found = new Map<string, Owners>();
  for (const { targetId, target, name, isAmbiguous } of names) {
    const key = nameKey(name);
    const owners: Owners = found.get(key) ?? { name, isAmbiguous: false, targets: new Map<string, string>() };
    owners.isAmbiguous ||= isAmbiguous;
    owners.targets.set(targetId, target);
    if (key !== "") found.set(key, owners);
  }
  for (const owners of found.values()) owners.isAmbiguous ||= owners.targets.size > 1;
  return found;
}

/** The names of one target as it spells them, unambiguous ones first, each with the other targets that share it. */
export function searchedNames(names: readonly TargetName[], targetId: string): SearchedName[] {
  const keys = byKey(names);
  const own = distinctNames(names.filter((one) => one.targetId === targetId).map((one) => one.name));
  return own
    .map(({ name, key }) => ({ name, isAmbiguous: keys.get(key)?.isAmbiguous ?? false, also: [...(keys.get(key)?.targets ?? [])].filter(([id]) => id !== targetId).map(([, target]) => target) }))
    .toSorted((a, b) => Number(a.isAmbiguous) - Number(b.isAmbiguous));
}

/** How often the names of each target stand in a text that nobody calls ambiguous and no other target has; a longer name of another one is no hit of a shorter. */
export function certainCounter(names: readonly TargetName[]): (text: string) => Map<string, number> {
  const certain = [...byKey(names).values()].filter((owners) => !owners.isAmbiguous);
  const find = phraseFinder(certain.map((owners) => owners.name));
  return (text) => {
    const found = new Map<string, number>();
    for (const { phrase } of find(text)) for (const id of certain[phrase]?.targets.keys() ?? []) found.set(id, (found.get(id) ?? 0) + 1);
    return found;
  };
}

/**
 * Finds the names of one target in a text. The names of all targets are given, because a longer name of another one
 * ("the council of Quay") is not a hit of a shorter ("the council"). Ambiguous names are looked for only when asked,
 * outside of what is certain, and need a look.
 */
export function hitFinder(names: readonly TargetName[], targetId: string, ambiguous: boolean): (text: string) => NameHit[] {
  const keys = [...byKey(names).values()];
  const certain = keys.filter((owners) => !owners.isAmbiguous);
  const doubtful = ambiguous ? keys.filter((owners) => owners.isAmbiguous && owners.targets.has(targetId)) : [];
  const findCertain = phraseFinder(certain.map((owners) => owners.name));
  const findDoubtful = phraseFinder(doubtful.map((owners) => owners.name));
  return (text) => {
    const sure = findCertain(text);
    const own = sure.filter((hit) => certain[hit.phrase]?.targets.has(targetId)).map(({ start, end }) => ({ start, end, needsLook: false }));
    if (doubtful.length === 0) return own;
    const open = findDoubtful(text).filter((hit) => !sure.some((other) => other.start < hit.end && hit.start < other.end));
    return [...own, ...open.map(({ start, end }) => ({ start, end, needsLook: true }))].toSorted((a, b) => a.start - b.start);
  };
}
