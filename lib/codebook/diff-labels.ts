import type { CodebookContent, FramingLabel, Label, LabelSet } from "./content";
import { change, changed, diffText, type Change, type Draft } from "./diff-parts";
import { examplesWords, labelNames } from "./diff-words";
import { standingFor } from "./lineage";
import { same } from "./same";

type Thing = Omit<Draft, "kind" | "field" | "before" | "after">;

/** What differs in what a coder reads of a label or framing. */
function diffWords(thing: Thing, before: FramingLabel | Label, after: FramingLabel | Label): Change[] {
  const notes = (field: string, was: FramingLabel["examples"], is: FramingLabel["examples"]): Change[] =>
    same(was, is) ? [] : [change({ ...thing, kind: "reworded", field, before: examplesWords(was), after: examplesWords(is) })];
  return [
    changed({ ...thing, kind: "renamed", field: "name", before: before.name, after: after.name }),
    diffText({ ...thing, field: "definition" }, before.definition, after.definition),
    diffText({ ...thing, field: "when to use" }, before.use, after.use),
    diffText({ ...thing, field: "when not to use" }, before.avoid, after.avoid),
    notes("examples", before.examples, after.examples),
    notes("counter-examples", before.counterExamples, after.counterExamples),
  ].flat();
}

/** What differs in the framings, which are always the same three. */
export const diffLabels = (of: "framing", setName: string | null, before: readonly FramingLabel[], after: readonly FramingLabel[]): Change[] =>
  after.flatMap((now) => {
    const was = before.find((one) => one.id === now.id);
    return was ? diffWords({ of, labelId: now.id, name: now.name, setName, touches: [now.id] }, was, now) : [];
  });

/** A label that only one of the two contents has. */
export const oneSided = (kind: "added" | "removed", label: Label, set: LabelSet): Change =>
  change({ of: "label", labelId: label.id, name: label.name, setName: set.name, touches: [label.id], kind, field: "", before: kind === "removed" ? label.name : "", after: kind === "added" ? label.name : "" });

/** What differs in a label that both contents have. */
export function diffLabel(was: Label, now: Label, set: LabelSet, before: CodebookContent, after: CodebookContent): Change[] {
  const thing: Thing = { of: "label", labelId: now.id, name: now.name, setName: set.name, touches: standingFor(set, now.id) };
  const names = (content: CodebookContent, ids: readonly (string | null)[]): string => labelNames(content, ids.filter((id) => id !== null));
  const pointer = (kind: Change["kind"], field: string, old: readonly (string | null)[], fresh: readonly (string | null)[]): Change[] =>
    old.join() === fresh.join() ? [] : [change({ ...thing, kind, field, before: names(before, old), after: names(after, fresh) })];
  return [
    ...diffWords(thing, was, now),
    ...pointer(now.mergedIntoId === null ? "unmerged" : "merged", "merged into", [was.mergedIntoId], [now.mergedIntoId]),
    ...pointer(now.splitIntoIds.length === 0 ? "unsplit" : "split", "split into", was.splitIntoIds, now.splitIntoIds),
    ...pointer("moved", "above it", [was.parentId], [now.parentId]),
    ...changed({ ...thing, kind: now.archived ? "archived" : "restored", field: "", before: was.archived ? "archived" : "in use", after: now.archived ? "archived" : "in use" }),
    ...changed({ ...thing, kind: "recoloured", field: "colour", before: was.colour, after: now.colour }),
    ...changed({ ...thing, kind: "recoloured", field: "shape", before: was.glyph, after: now.glyph }),
    ...changed({ ...thing, kind: "rekeyed", field: "shortcut", before: was.shortcut ?? "none", after: now.shortcut ?? "none" }),
    ...changed({ ...thing, kind: "rekeyed", field: "key in exports", before: was.key, after: now.key }),
  ];
}
