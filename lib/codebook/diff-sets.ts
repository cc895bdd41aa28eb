import type { CodebookContent, LabelSet } from "./content";
import { diffLabel, oneSided } from "./diff-labels";
import { change, changed, diffText, type Change } from "./diff-parts";
import { showWhenWords } from "./diff-words";
import { same } from "./same";

const listed = (set: LabelSet): string => set.labels.map((label) => label.name).join(", ");

/** What differs in a set and its labels; null where a content does not have it. */
export function diffSet(was: LabelSet | null, now: LabelSet | null, before: CodebookContent, after: CodebookContent): Change[] {
  const set = now ?? was;
  if (!set) return [];
  const thing = { of: "set", labelId: `set:${set.id}`, name: set.name, touches: [...new Set([was, now].flatMap((one) => one?.labels.map((label) => label.id) ?? []))] } as const;
  if (!was || !now) {
    const kind = now ? "added" : "removed";
    return [change({ ...thing, kind, field: "", before: now ? "" : listed(set), after: now ? listed(set) : "" }), ...set.labels.map((label) => oneSided(kind, label, set))];
  }
  const asked = (field: string, old: string, fresh: string): Change[] => changed({ ...thing, kind: "asked", field, before: old, after: fresh });
  return [
    ...changed({ ...thing, kind: "renamed", field: "name", before: was.name, after: now.name }),
    ...diffText({ ...thing, field: "description" }, was.description, now.description),
    ...asked("asked of", `every ${was.level}`, `every ${now.level}`),
    ...asked("choice", `${was.choice} choice`, `${now.choice} choice`),
    ...asked("required", was.required ? "required" : "not required", now.required ? "required" : "not required"),
    ...showChange(thing, was, now, before, after),
    ...changed({ ...thing, kind: now.archived ? "archived" : "restored", field: "", before: was.archived ? "archived" : "in use", after: now.archived ? "archived" : "in use" }),
    ...changed({ ...thing, kind: "rekeyed", field: "key in exports", before: was.key, after: now.key }),
    ...diffMembers(thing, was, now, before, after),
  ];
}

type Thing = Pick<Change, "of" | "labelId" | "name" | "touches">;

// Compared as stored, since two conditions can read the same.
function showChange(thing: Thing, was: LabelSet, now: LabelSet, before: CodebookContent, after: CodebookContent): Change[] {
  if (same(was.showWhen, now.showWhen)) return [];
  return [change({ ...thing, kind: "asked", field: "shown", before: showWhenWords(before, was.showWhen), after: showWhenWords(after, now.showWhen) })];
}

function diffMembers(thing: Thing, was: LabelSet, now: LabelSet, before: CodebookContent, after: CodebookContent): Change[] {
  const old = new Map(was.labels.map((label) => [label.id, label]));
  const kept = new Map(now.labels.map((label) => [label.id, label]));
  const order = (set: LabelSet, other: ReadonlyMap<string, unknown>): string => set.labels.filter((label) => other.has(label.id)).map((label) => label.name).join(", ");
  const ids = (set: LabelSet, other: ReadonlyMap<string, unknown>): string => set.labels.filter((label) => other.has(label.id)).map((label) => label.id).join();
  return [
    ...now.labels.flatMap((label) => {
      const previous = old.get(label.id);
      return previous ? diffLabel(previous, label, now, before, after) : [oneSided("added", label, now)];
    }),
    ...was.labels.filter((label) => !kept.has(label.id)).map((label) => oneSided("removed", label, was)),
    ...(ids(was, kept) === ids(now, old) ? [] : [change({ ...thing, kind: "reordered", field: "order of the labels", before: order(was, kept), after: order(now, old) })]),
  ];
}
