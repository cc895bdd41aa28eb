import type { Node } from "@tiptap/pm/model";
import { Plugin } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import type { Translator } from "@/components/words/words";

/** Draws what is hidden in the text as hatched fields with a name. The text never changes, so it is done once. */
export function hiddenWords(t: Translator): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    state: { init: (_config, { doc }) => DecorationSet.create(doc, fieldsIn(doc, t)), apply: (_transaction, fields) => fields },
    props: {
      decorations(state) {
        return this.getState(state);
      },
    },
  });
}

function fieldsIn(doc: Node, t: Translator): Decoration[] {
  const fields: Decoration[] = [];
  doc.descendants((node, at, parent) => {
    for (const { 0: run, index } of node.text?.matchAll(/\u2588+/gu) ?? [])
      fields.push(Decoration.inline(at + index, at + index + run.length, { nodeName: "span", class: "masked hatch", role: "img", "aria-label": t(parent?.type.name === "byline" ? "marking.reader.hiddenByline" : "marking.reader.hiddenName") }));
  });
  return fields;
}
