import * as fc from "fast-check";
import { COLOURS, GLYPHS, type CodebookContent, type Label } from "@/lib/codebook/content";
import { FRAMING_PRESET } from "@/lib/codebook/presets/framing";
import { richText } from "@/lib/codebook/rich-text";
import { makeLabel, makeSet } from "@/tests/factories/labels";

/** A small codebook with two sets of labels, the same at every call. */
export const BOOK: CodebookContent = {
  ...FRAMING_PRESET,
  rules: [
    { id: "first", title: "First", text: richText("Begin."), example: null, counterExample: null },
    { id: "second", title: "Second", text: richText("Go on."), example: null, counterExample: null },
  ],
  sets: [makeSet("Tone", [makeLabel("Irony"), makeLabel("Praise"), makeLabel("Fear")]), makeSet("Topic", [makeLabel("Money"), makeLabel("Health")], { level: "article" })],
};

export type Edit = { readonly what: string; readonly run: (content: CodebookContent) => CodebookContent };

const word = fc.constantFrom("one", "two", "three", "four");
const onLabel = (s: number, l: number, what: string, change: (label: Label) => Label): Edit => ({
  what: `${s}/${l}/${what}`,
  run: (content) => ({ ...content, sets: content.sets.map((set) => (set.id === BOOK.sets[s]!.id ? { ...set, labels: set.labels.map((label) => (label.id === BOOK.sets[s]!.labels[l]?.id ? change(label) : label)) } : set)) }),
});

/** One change of a codebook; two with different `what` touch different places. */
export const edit: fc.Arbitrary<Edit> = fc.oneof<fc.Arbitrary<Edit>[]>(
  fc.tuple(fc.nat(1), fc.nat(2), word).map(([s, l, name]) => onLabel(s, l, "name", (label) => ({ ...label, name: `${label.name} ${name}` }))),
  fc.tuple(fc.nat(1), fc.nat(2), word).map(([s, l, words]) => onLabel(s, l, "definition", (label) => ({ ...label, definition: richText(words) }))),
  fc.tuple(fc.nat(1), fc.nat(2), fc.constantFrom(...COLOURS.slice(1))).map(([s, l, colour]) => onLabel(s, l, "colour", (label) => ({ ...label, colour }))),
  fc.tuple(fc.nat(1), fc.nat(2), fc.constantFrom(...GLYPHS.slice(1))).map(([s, l, glyph]) => onLabel(s, l, "glyph", (label) => ({ ...label, glyph }))),
  fc.tuple(fc.nat(1), fc.nat(2)).map(([s, l]) => onLabel(s, l, "archived", (label) => ({ ...label, archived: true }))),
  word.map((words) => ({ what: "introduction", run: (content) => ({ ...content, introduction: richText(words) }) })),
  word.map((name) => ({ what: "name", run: (content) => ({ ...content, name }) })),
  fc.constantFrom("voice" as const, "device" as const).map((ask) => ({ what: `asks/${ask}`, run: (content) => ({ ...content, asks: { ...content.asks, [ask]: false } }) })),
  fc.tuple(fc.nat(1), word).map(([r, title]) => ({ what: `rule/${r}`, run: (content) => ({ ...content, rules: content.rules.map((rule) => (rule.id === BOOK.rules[r]!.id ? { ...rule, title } : rule)) }) })),
  fc.tuple(fc.nat(1), word, fc.nat(9)).map(([s, name, n]) => {
    const label = makeLabel(`New ${name} ${n}`);
    return { what: `added/${label.id}`, run: (content) => ({ ...content, sets: content.sets.map((set) => (set.id === BOOK.sets[s]!.id ? { ...set, labels: [...set.labels, label] } : set)) }) };
  }),
  word.map((name) => {
    const set = makeSet(`Set ${name}`, [makeLabel("X")]);
    return { what: `added/${set.id}`, run: (content) => ({ ...content, sets: [...content.sets, set] }) };
  }),
);

export const edits = fc.array(edit, { maxLength: 6 });
export const apply = (content: CodebookContent, all: readonly Edit[]): CodebookContent => all.reduce((now, one) => one.run(now), content);
