import type { CodebookContent, Example, Label, LabelSet } from "../content";
import { keyOf } from "../key-of";
import { usableLabels } from "../lineage";
import { freeName } from "./names";

/** What an import makes of the draft, and what a person should know about it. */
export type TakenOver = { readonly content: CodebookContent; readonly report: string[] };

/**
 * The draft with what a file says: name, introduction, questions, framings and rules are the file's; its sets replace
 * those with the same ids and stand behind the others. Nothing of the draft's sets is lost: what the file does not
 * have stays as it is. Ids that are taken by something else here are made anew, as are keys and names; examples keep
 * their span only where the project has it.
 */
export function takeOver(draft: CodebookContent, file: CodebookContent, spans: ReadonlySet<string>, makeId: () => string): TakenOver {
  const report: string[] = [];
  const ids = freshIds(draft, file, makeId, report);
  const id = (old: string): string => ids.get(old) ?? old;
  const moved = file.sets.map((set) => withIds(set, id));
  const replaced = draft.sets.map((set) => {
    const fresh = moved.find((one) => one.id === set.id);
    return fresh ? joined(set, fresh, report) : set;
  });
  const added: LabelSet[] = [];
  for (const set of moved.filter((one) => !draft.sets.some((old) => old.id === one.id))) added.push(fitted([...replaced, ...added], set, report));
  for (const set of draft.sets) if (!moved.some((one) => one.id === set.id)) report.push(`“${set.name}” is not in the file and stays as it is.`);
  const content = { ...file, sets: [...replaced, ...added] };
  return { content: withoutForeignSpans(content, spans, report), report };
}

/** New ids for what has an id in the file that stands for something else here. */
function freshIds(draft: CodebookContent, file: CodebookContent, makeId: () => string, report: string[]): Map<string, string> {
  const owner = new Map(draft.sets.flatMap((set) => [[set.id, "set"], ...set.labels.map((label) => [label.id, set.id])] as [string, string][]));
  const fresh = new Map<string, string>();
  const keep = (id: string, name: string, as: string): void => {
    if (!owner.has(id) || owner.get(id) === as) return;
    fresh.set(id, makeId());
    report.push(`“${name}” has a new id: ${id} is something else in this codebook.`);
  };
  for (const set of file.sets) {
    keep(set.id, set.name, "set");
    for (const label of set.labels) keep(label.id, label.name, fresh.has(set.id) ? "" : set.id);
  }
  return fresh;
}

const withIds = (set: LabelSet, id: (old: string) => string): LabelSet => ({
  ...set,
  id: id(set.id),
  showWhen: set.showWhen && { setId: id(set.showWhen.setId), labelIds: set.showWhen.labelIds.map(id) },
  labels: set.labels.map((label) => ({ ...label, id: id(label.id), parentId: label.parentId && id(label.parentId), mergedIntoId: label.mergedIntoId && id(label.mergedIntoId), splitIntoIds: label.splitIntoIds.map(id) })),
});

/** A set of the draft as the file has it, with the labels that the file does not have behind. */
function joined(old: LabelSet, fresh: LabelSet, report: string[]): LabelSet {
  const there = new Set(fresh.labels.map((label) => label.id));
  const left = old.labels.filter((label) => !there.has(label.id));
  if (left.length > 0) report.push(`“${old.name}” keeps what the file does not have: ${left.map((label) => label.name).join(", ")}.`);
  return { ...fresh, labels: [...fresh.labels, ...left] };
}

/** A set that is new here, with a key, a name and keys of the keyboard that are free. */
function fitted(others: readonly LabelSet[], set: LabelSet, report: string[]): LabelSet {
  const key = keyOf(set.key, new Set(others.map((one) => one.key)), "set");
  const name = set.archived ? set.name : freeName(set.name, others.filter((one) => !one.archived).map((one) => one.name));
  if (name !== set.name) report.push(`“${set.name}” is called “${name}” here, since there is another set of that name.`);
  const taken = new Set(others.flatMap((one) => usableLabels(one).flatMap((label) => label.shortcut ?? [])));
  const labels = set.labels.map((label): Label => {
    if (label.shortcut === null || !taken.has(label.shortcut)) return label;
    report.push(`“${label.name}” has no key of the keyboard: ${label.shortcut.toUpperCase()} is taken.`);
    return { ...label, shortcut: null };
  });
  return { ...set, key, name, labels };
}

function withoutForeignSpans(content: CodebookContent, spans: ReadonlySet<string>, report: string[]): CodebookContent {
  let gone = 0;
  const own = <E extends Example | null>(example: E): E => {
    if (example === null || example.spanId === null || spans.has(example.spanId)) return example;
    gone++;
    return { ...example, spanId: null };
  };
  const texts = <T extends { readonly examples: readonly Example[]; readonly counterExamples: readonly Example[] }>(one: T): T => ({ ...one, examples: one.examples.map(own), counterExamples: one.counterExamples.map(own) });
  const cleaned: CodebookContent = {
    ...content,
    framing: content.framing.map(texts),
    rules: content.rules.map((rule) => ({ ...rule, example: own(rule.example), counterExample: own(rule.counterExample) })),
    sets: content.sets.map((set) => ({ ...set, labels: set.labels.map(texts) })),
  };
  if (gone > 0) report.push(`${gone} ${gone === 1 ? "example names" : "examples name"} a span that this project does not have; the words stay.`);
  return cleaned;
}
