import { GLYPHS, type Colour, type Example, type Label, type LabelSet, type Rule } from "../content";
import { keyOf } from "../key-of";
import { EMPTY_TEXT, richText } from "../rich-text";

/** Words of an invented article and why they are an example. */
export type Shown = readonly [text: string, note: string];

/** What a preset says of a label. */
export type Told = { readonly name: string; readonly definition: string; readonly use: string; readonly avoid: string; readonly example: Shown; readonly counter: Shown };

/** An example that was made up. */
export const shown = ([text, note]: Shown): Example => ({ text, note, spanId: null });

/** A rule with an example and a counter-example. */
export const rule = (id: string, title: string, text: string, example: Shown, counter: Shown): Rule => ({ id, title, text: richText(text), example: shown(example), counterExample: shown(counter) });

/** What a coder reads of a label, as it is stored. */
export const textOf = (told: Told): Pick<Label, "definition" | "use" | "avoid" | "examples" | "counterExamples"> => ({
  definition: richText(told.definition), use: richText(told.use), avoid: richText(told.avoid), examples: [shown(told.example)], counterExamples: [shown(told.counter)],
});

/** A label out of what a preset says; `n` is its place, which gives it a shape. */
export const labelFrom = (told: Told, id: string, colour: Colour, n: number, parentId: string | null = null): Label => ({
  id, key: keyOf(told.name), name: told.name, ...textOf(told), colour, glyph: GLYPHS[n % GLYPHS.length] ?? "circle", shortcut: null, parentId, archived: false, mergedIntoId: null, splitIntoIds: [],
});

/** A set that asks for nothing yet. */
export const setFrom = (id: string, name: string, description: string, labels: readonly Label[], more: Partial<LabelSet> = {}): LabelSet => ({
  id, key: keyOf(name), name, description: description === "" ? EMPTY_TEXT : richText(description), level: "span", choice: "multiple", required: false, showWhen: null, archived: false, labels, ...more,
});
