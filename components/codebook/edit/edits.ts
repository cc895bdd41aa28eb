import { COLOURS, GLYPHS, type CodebookContent, type Example, type Label, type LabelSet, type LabelText, type Rule } from "@/lib/codebook/content";
import { EMPTY_TEXT } from "@/lib/codebook/rich-text";

type Named = { readonly id: string };

/** A list in which the item with this id is changed. */
export const changed = <T extends Named>(list: readonly T[], id: string, change: Partial<T>): T[] => list.map((item) => (item.id === id ? { ...item, ...change } : item));

/** A list in which the item with this id stands one place earlier (−1) or later (1); the same list where it cannot. */
export function moved<T extends Named>(list: readonly T[], id: string, by: -1 | 1): readonly T[] {
  const from = list.findIndex((item) => item.id === id);
  const [item, other] = [list[from], list[from + by]];
  if (!item || !other) return list;
  return list.map((one) => (one === item ? other : one === other ? item : one));
}

/** What exports can call a thing of this name: small letters, digits and hyphens, different from those taken. */
export function keyFor(name: string, taken: readonly string[]): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/gu, "-").replace(/^-+|-+$/gu, "").slice(0, 50) || "item";
  for (let n = 1; ; n++) {
    const key = n === 1 ? plain : `${plain}-${n}`;
    if (!taken.includes(key)) return key;
  }
}

const EMPTY_LABEL_TEXT: LabelText = { definition: EMPTY_TEXT, use: EMPTY_TEXT, avoid: EMPTY_TEXT, examples: [], counterExamples: [] };

/** A new label for a set, with the look that is used least there. */
export function newLabel(set: LabelSet, id: string, name: string, text: LabelText = EMPTY_LABEL_TEXT): Label {
  const place = set.labels.length;
  const glyph = GLYPHS[place % GLYPHS.length] ?? "circle";
  const colour = COLOURS[place % COLOURS.length] ?? "grey";
  return { id, key: keyFor(name, set.labels.map((label) => label.key)), name, ...text, colour, glyph, shortcut: null, parentId: null, archived: false, mergedIntoId: null, splitIntoIds: [] };
}

/** A new set of labels. */
export const newSet = (content: CodebookContent, id: string, name: string, level: LabelSet["level"]): LabelSet => ({
  id, key: keyFor(name, content.sets.map((set) => set.key)), name, description: EMPTY_TEXT, level, choice: "single", required: false, showWhen: null, archived: false, labels: [],
});

/** A new rule. */
export const newRule = (id: string, title: string): Rule => ({ id, title, text: EMPTY_TEXT, example: null, counterExample: null });

/** An example in typed words. */
export const typedExample = (text: string): Example => ({ text, note: "", spanId: null });

/** A set without one of its labels, and without what pointed at it. Only for labels that were never published. */
export function withoutLabel(set: LabelSet, id: string): LabelSet {
  return {
    ...set,
    labels: set.labels.filter((label) => label.id !== id).map((label) => {
      const splitIntoIds = label.splitIntoIds.filter((part) => part !== id);
      return {
        ...label,
        parentId: label.parentId === id ? null : label.parentId,
        mergedIntoId: label.mergedIntoId === id ? null : label.mergedIntoId,
        // A split into one thing is none.
        splitIntoIds: splitIntoIds.length < 2 ? [] : splitIntoIds,
      };
    }),
  };
}

/** Takes a set that was never published out of a draft; sets that waited for its answers are then always asked. */
export const withoutSet = (content: CodebookContent, id: string): CodebookContent => ({
  ...content,
  sets: content.sets.filter((set) => set.id !== id).map((set) => (set.showWhen?.setId === id ? { ...set, showWhen: null } : set)),
});

/** Changes one set of a codebook. */
export const changeSet = (content: CodebookContent, id: string, change: Partial<LabelSet>): CodebookContent => ({ ...content, sets: changed(content.sets, id, change) });

/** The labels that take the place of one that is split; each begins with its text, and looks of its own. */
export function partsOf(set: LabelSet, label: Label, parts: readonly { id: string; name: string }[]): Label[] {
  const made: Label[] = [];
  for (const { id, name } of parts) made.push({ ...newLabel({ ...set, labels: [...set.labels, ...made] }, id, name, { definition: label.definition, use: label.use, avoid: label.avoid, examples: label.examples, counterExamples: label.counterExamples }), parentId: label.parentId });
  return made;
}
