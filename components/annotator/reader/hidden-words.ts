import type { Node } from "@tiptap/pm/model";
import { Plugin } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";

/** Draws what is hidden in the text as hatched fields with a name. The text never changes, so it is done once. */
export function hiddenWords(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    state: { init: (_config, { doc }) => DecorationSet.create(doc, fieldsIn(doc)), apply: (_transaction, fields) => fields },
    props: {
      decorations(state) {
        return this.getState(state);
      },
    },
  });
}

function fieldsIn(doc: Node): Decoration[] {
  const fields: Decoration[] = [];
  doc.descendants((node, at, parent) => {
    for (const { 0: run, index } of node.text?.matchAll(/\u2588+/gu) ?? [])
      fields.push(Decoration.inline(at + index, at + index + run.length, { nodeName: "span", class: "masked hatch", role: "img", "aria-label": parent?.type.name === "byline" ? "hidden byline" : "hidden name" }));
  });
  return fields;
}
