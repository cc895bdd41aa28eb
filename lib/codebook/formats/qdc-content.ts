import type { CodebookContent, FramingLabel, Label, LabelSet, LabelText } from "../content";
import { FRAMINGS } from "../framing";
import { keyOf } from "../key-of";
import { findLabel } from "../lineage";
import { EMPTY_TEXT, richText } from "../rich-text";
import { LIMITS } from "../schema";
import { tidyName } from "../text-schema";
import { labelFrom } from "../presets/build";
import { nearestColour } from "./colours";
import { describe, readDescription } from "./descriptions";
import { freeName } from "./names";
import { FRAMING_GUIDS, FRAMING_SET_GUID } from "./qdc-names";
import type { Qdc, QdcCode } from "./qdc-read";

type Group = { readonly id: string; readonly name: string; readonly description: string; readonly codes: QdcCode[] };

/**
 * A .qdc file as the content that takes over the draft: sets become sets on spans, codes outside any set one more,
 * and what the draft already has by its id keeps what the format does not say (shape, key, question).
 */
export function contentOfQdc(draft: CodebookContent, file: Qdc, makeId: () => string): { content: CodebookContent; report: string[] } {
  const report = [...file.report];
  const framingOf = new Map(FRAMINGS.map((framing) => [FRAMING_GUIDS[framing], framing]));
  const framing = draft.framing.map((one): FramingLabel => {
    const code = file.codes.find((other) => framingOf.get(other.guid) === one.id);
    return code ? { ...one, name: short(code.name, report), ...described(code, report, one) } : one;
  });
  const groups = grouped({ ...file, codes: file.codes.filter((code) => !framingOf.has(code.guid)) }, makeId, report);
  const taken: string[] = [];
  const sets = groups.map((group) => {
    const set = setOf(draft, group, new Set(taken), report);
    taken.push(set.key);
    return set;
  });
  return { content: { ...draft, framing, sets }, report };
}

/** Codes by the set that they are in first; one in none goes with the code above it. */
function grouped(file: Qdc, makeId: () => string, report: string[]): Group[] {
  const groups: Group[] = file.sets.filter((set) => set.guid !== FRAMING_SET_GUID).map((set) => ({ id: set.guid, name: set.name, description: set.description, codes: [] }));
  const codes = new Map(file.codes.map((code) => [code.guid, code]));
  const home = new Map<string, Group>();
  for (const set of file.sets)
    for (const guid of set.members) {
      const [code, group] = [codes.get(guid), groups.find((one) => one.id === set.guid)];
      if (!code || !group) {
        if (set.guid !== FRAMING_SET_GUID) report.push(`The set “${set.name}” names the code ${guid}, which the file does not have.`);
      } else if (home.has(guid) && home.get(guid) !== group) report.push(`“${code.name}” is in “${home.get(guid)?.name}” and in “${set.name}”; here it is in the first.`);
      else home.set(guid, group);
    }
  const rest: Group = { id: makeId(), name: "Codes", description: "", codes: [] };
  for (const code of file.codes) {
    const group = home.get(code.guid) ?? (code.parent === null ? undefined : home.get(code.parent)) ?? rest;
    home.set(code.guid, group);
    group.codes.push(code);
  }
  for (const group of groups) if (group.codes.length === 0) report.push(`The set “${group.name}” has no codes and was left out.`);
  return [...groups, rest].filter((group) => group.codes.length > 0);
}

function setOf(draft: CodebookContent, group: Group, takenKeys: ReadonlySet<string>, report: string[]): LabelSet {
  const old = draft.sets.find((set) => set.id === group.id);
  const labels: Label[] = [];
  for (const code of group.codes) labels.push(labelOf(draft, code, group, labels, report));
  const name = short(group.name, report);
  const description = group.description.trim() === "" ? (old?.description ?? EMPTY_TEXT) : richText(cut(group.description.trim(), name, report));
  if (old) return { ...old, name, description, labels };
  return { id: group.id, key: keyOf(name, takenKeys, "set"), name, description, level: "span", choice: "multiple", required: false, showWhen: null, archived: false, labels };
}

function labelOf(draft: CodebookContent, code: QdcCode, group: Group, before: readonly Label[], report: string[]): Label {
  const found = findLabel(draft, code.guid);
  const old = found?.set.id === group.id ? found.label : null;
  const wanted = short(code.name, report);
  const name = freeName(wanted, before.map((label) => label.name));
  if (name !== wanted) report.push(`“${wanted}” stands twice in “${group.name}”; the second is called “${name}”.`);
  const above = code.parent !== null && group.codes.some((one) => one.guid === code.parent) ? code.parent : null;
  if (code.parent !== null && above === null) report.push(`“${name}” stands below a code of another set there, and at the top here.`);
  const colour = code.color === null ? (old?.colour ?? "grey") : nearestColour(code.color);
  const base = old ?? { ...labelFrom({ name, definition: "", use: "", avoid: "", example: ["", ""], counter: ["", ""] }, code.guid, colour, before.length), key: keyOf(name, new Set(before.map((label) => label.key))) };
  return { ...base, name, ...described(code, report, old), colour, parentId: above };
}

// Words that are still the same keep their dress, and their examples the spans that they come from.
const described = (code: QdcCode, report: string[], old: LabelText | null): LabelText => {
  if (old && describe(old) === code.description) return { definition: old.definition, use: old.use, avoid: old.avoid, examples: old.examples, counterExamples: old.counterExamples };
  const text = readDescription(cut(code.description, code.name, report));
  const shorten = (examples: typeof text.examples) => examples.slice(0, LIMITS.examples).map((one) => ({ ...one, text: limit(one.text, LIMITS.example), note: limit(one.note, LIMITS.note) })).filter((one) => one.text !== "");
  return { ...text, examples: shorten(text.examples), counterExamples: shorten(text.counterExamples) };
};

// A character cut in half becomes the sign for a broken one.
const limit = (text: string, most: number): string => text.slice(0, most).toWellFormed();

function short(name: string, report: string[]): string {
  const tidy = tidyName(name) || "Without a name";
  if (tidy.length <= LIMITS.name) return tidy;
  report.push(`A name of more than ${LIMITS.name} characters was cut: “${tidy.slice(0, 60)}…”.`);
  return limit(tidy, LIMITS.name);
}

function cut(text: string, of: string, report: string[]): string {
  if (text.length <= LIMITS.text) return text;
  report.push(`The description of “${of.slice(0, 60)}” was cut after ${LIMITS.text.toLocaleString("en")} characters.`);
  return limit(text, LIMITS.text);
}
