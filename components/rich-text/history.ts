import { Extension } from "@tiptap/core";
import { history, redo, undo } from "@tiptap/pm/history";

/** Undo and redo inside one field. */
export const EditHistory = Extension.create({
  name: "editHistory",
  addProseMirrorPlugins: () => [history()],
  addKeyboardShortcuts() {
    const run = (command: typeof undo) => () => command(this.editor.state, this.editor.view.dispatch);
    return { "Mod-z": run(undo), "Mod-Shift-z": run(redo), "Mod-y": run(redo) };
  },
});
