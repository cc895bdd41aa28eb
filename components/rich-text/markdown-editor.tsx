"use client";

import { useEffect, useRef, useState } from "react";
import { readMarkdown, writeMarkdown } from "@/lib/codebook/markdown";
import { TextTools } from "./text-tools";
import { useEditor } from "./use-editor";

/** Where somebody pressed, in pixels of the window. */
export type Pressed = { readonly left: number; readonly top: number };

/** A field for a note: bold, italic, lists, quotations and links, told and given as light Markdown. */
export function MarkdownEditor({ label, hint, text, describedBy, pressed, onChange }: {
  label: string;
  hint: string;
  text: string;
  describedBy?: string | undefined;
  /** Takes focus when it appears: with the caret there, or (null) at the end. Without it focus stays where it is. */
  pressed?: Pressed | null | undefined;
  onChange: (text: string) => void;
}) {
  const place = useRef<HTMLDivElement>(null);
  const first = useRef(pressed);
  const [shown, setShown] = useState(() => ({ text, value: readMarkdown(text) }));
  // What was written here comes back as it is; only other words are read anew, so that the caret stays.
  if (text !== shown.text) setShown({ text, value: readMarkdown(text) });
  const editor = useEditor(place, {
    value: shown.value,
    onChange: (value) => {
      const written = writeMarkdown(value);
      setShown({ text: written, value });
      onChange(written);
    },
    attributes: { role: "textbox", "aria-multiline": "true", "aria-label": label, "aria-placeholder": hint, class: "rich", ...(describedBy === undefined ? {} : { "aria-describedby": describedBy }) },
  });
  useEffect(() => {
    const at = first.current;
    if (editor === null || at === undefined) return;
    const found = at === null ? null : editor.view.posAtCoords(at);
    editor.commands.focus(found?.pos ?? "end");
  }, [editor]);
  return (
    <div className="rich-box">
      <div ref={place} />
      <TextTools editor={editor} label={label} />
    </div>
  );
}
