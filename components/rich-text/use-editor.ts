"use client";

import { Editor, type JSONContent } from "@tiptap/core";
import { useEffect, useRef, useState, type RefObject } from "react";
import type { RichText } from "@/lib/codebook/rich-text";
import { EditHistory } from "./history";
import { RICH_TEXT } from "./schema";

type Wiring = Readonly<Record<string, string>>;

/** An editor of rich text in `place`. It follows `value` when that changes from outside; `attributes` go onto its textbox. */
export function useEditor(place: RefObject<HTMLDivElement | null>, { value, onChange, attributes }: { value: RichText; onChange: (text: RichText) => void; attributes: Wiring }): Editor | null {
  const [editor, setEditor] = useState<Editor | null>(null);
  const [, setTurn] = useState(0);
  const known = useRef(value);
  const first = useRef({ value, attributes });
  const tell = useRef(onChange);
  useEffect(() => {
    tell.current = onChange;
  }, [onChange]);

  useEffect(() => {
    if (!place.current) return undefined;
    const made = new Editor({
      element: place.current,
      extensions: [...RICH_TEXT, EditHistory],
      content: first.current.value as JSONContent,
      injectCSS: false,
      editorProps: { attributes: { ...first.current.attributes } },
      onUpdate: ({ editor: at }) => {
        known.current = at.getJSON() as RichText;
        tell.current(known.current);
      },
      // The buttons above show what the words at the caret are.
      onTransaction: () => setTurn((turn) => turn + 1),
    });
    setEditor(made);
    return () => made.destroy();
  }, [place]);

  const wiring = JSON.stringify(attributes);
  useEffect(() => {
    editor?.setOptions({ editorProps: { attributes: JSON.parse(wiring) as Wiring } });
  }, [editor, wiring]);

  useEffect(() => {
    if (!editor || value === known.current) return;
    known.current = value;
    if (JSON.stringify(editor.getJSON()) !== JSON.stringify(value)) editor.commands.setContent(value as JSONContent, { emitUpdate: false });
  }, [editor, value]);
  return editor;
}
