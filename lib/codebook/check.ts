import { nameKey } from "@/lib/articles/name-key";
import { checkLabel } from "./check-labels";
import type { CodebookContent, Label, LabelSet } from "./content";
import { FRAMINGS } from "./framing";
import { isUsable } from "./lineage";
import type { Problem } from "./problem";
import { isReserved } from "./shortcuts";

type Placed = { readonly path: string; readonly value: string };

/** What is said twice, each with the place where it was said first. */
function twice(all: readonly Placed[], message: (one: Placed, first: Placed) => string): Problem[] {
  const seen = new Map<string, Placed>();
  return all.flatMap((one) => {
    const first = seen.get(one.value);
    if (!first) seen.set(one.value, one);
    return first ? [{ path: one.path, message: message(one, first) }] : [];
  });
}

const sameName = (_: Placed, first: Placed): string => `the same name stands at ${first.path}`;
const sameKey = (one: Placed, first: Placed): string => `the key ${one.value} stands at ${first.path} too`;
const sameId = (_: Placed, first: Placed): string => `this id stands at ${first.path} too`;

const labelPath = (s: number, l: number): string => `/sets/${s}/labels/${l}`;
const eachLabel = <T>(content: CodebookContent, look: (label: Label, path: string, set: LabelSet) => T[]): T[] =>
  content.sets.flatMap((set, s) => set.labels.flatMap((label, l) => look(label, labelPath(s, l), set)));

/** All that is wrong with a codebook as a whole, each with its place; an empty list when it can be published as a first version. */
export function checkContent(content: CodebookContent): Problem[] {
  return [...framingProblems(content), ...idProblems(content), ...nameProblems(content), ...keyProblems(content), ...shortcutProblems(content), ...labelProblems(content), ...showProblems(content)];
}

function framingProblems(content: CodebookContent): Problem[] {
  if (content.framing.map((one) => one.id).join() === FRAMINGS.join()) return [];
  return [{ path: "/framing", message: `must be ${FRAMINGS.join(", ")}, in this order` }];
}

const idProblems = (content: CodebookContent): Problem[] =>
  twice(
    [
      ...content.sets.map((set, s) => ({ path: `/sets/${s}/id`, value: set.id })),
      ...eachLabel(content, (label, path) => [{ path: `${path}/id`, value: label.id }]),
      ...content.rules.map((rule, r) => ({ path: `/rules/${r}/id`, value: rule.id })),
    ],
    sameId,
  );

const named = (name: string, path: string): Placed => ({ path: `${path}/name`, value: nameKey(name) });

const nameProblems = (content: CodebookContent): Problem[] => [
  ...twice(content.framing.map((one, f) => named(one.name, `/framing/${f}`)), sameName),
  ...twice(content.sets.flatMap((set, s) => (set.archived ? [] : [named(set.name, `/sets/${s}`)])), sameName),
  ...content.sets.flatMap((set, s) => twice(set.labels.flatMap((label, l) => (isUsable(label) ? [named(label.name, labelPath(s, l))] : [])), sameName)),
  ...twice(content.rules.flatMap((rule, r) => (nameKey(rule.title) === "" ? [] : [{ path: `/rules/${r}/title`, value: nameKey(rule.title) }])), sameName),
];

const keyProblems = (content: CodebookContent): Problem[] => [
  ...twice(content.sets.map((set, s) => ({ path: `/sets/${s}/key`, value: set.key })), sameKey),
  ...content.sets.flatMap((set, s) => twice(set.labels.map((label, l) => ({ path: `${labelPath(s, l)}/key`, value: label.key })), sameKey)),
];

function shortcutProblems(content: CodebookContent): Problem[] {
  const given = eachLabel(content, (label, path, set) => (label.shortcut !== null && isUsable(label) && !set.archived ? [{ path: `${path}/shortcut`, value: label.shortcut }] : []));
  return [
    ...given.filter((one) => isReserved(one.value)).map((one) => ({ path: one.path, message: `the key ${one.value.toUpperCase()} has a meaning of its own on the annotate screen` })),
    ...twice(given, (one, first) => `the key ${one.value.toUpperCase()} is taken at ${first.path}`),
  ];
}

const labelProblems = (content: CodebookContent): Problem[] => eachLabel(content, (label, path, set) => checkLabel(label, path, set));

function showProblems(content: CodebookContent): Problem[] {
  return content.sets.flatMap((set, s): Problem[] => {
    if (set.showWhen === null) return [];
    const path = `/sets/${s}/showWhen`;
    const { setId, labelIds } = set.showWhen;
    if (setId === "framing") {
      if (set.level === "article") return [{ path: `${path}/setId`, message: "an article has no framing: name a set on articles" }];
      return unknownAnswers(labelIds, new Set(FRAMINGS), path);
    }
    const other = content.sets.slice(0, s).find((one) => one.id === setId);
    if (!other) return [{ path: `${path}/setId`, message: "must be a set that stands before this one" }];
    if (other.level !== set.level) return [{ path: `${path}/setId`, message: `must be a set on ${set.level}s too` }];
    return unknownAnswers(labelIds, new Set(other.labels.map((label) => label.id)), path);
  });
}

const unknownAnswers = (ids: readonly string[], known: ReadonlySet<string>, path: string): Problem[] =>
  ids.flatMap((id, i) => (known.has(id) ? [] : [{ path: `${path}/labelIds/${i}`, message: "is no answer of that set" }]));
