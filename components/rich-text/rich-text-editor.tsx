"use client";

import { CircleAlert } from "lucide-react";
import { useId, useRef, type ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import type { RichText } from "@/lib/codebook/rich-text";
import { TextTools } from "./text-tools";
import { useEditor } from "./use-editor";

/** A field for a text with paragraphs, lists, quotations, bold, italic and links. */
export function RichTextEditor({ label, hint, error, value, onChange }: {
  label: string;
  hint?: ReactNode;
  error?: ReactNode;
  value: RichText;
  onChange: (text: RichText) => void;
}) {
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const wrong = error !== undefined && error !== null;
  const described = classNames(wrong && `${id}-error`, hint !== undefined && `${id}-hint`);
  const editor = useEditor(place, {
    value,
    onChange,
    attributes: {
      id, role: "textbox", "aria-multiline": "true", "aria-labelledby": `${id}-label`, class: "rich",
      ...(described === undefined ? {} : { "aria-describedby": described }),
      ...(wrong ? { "aria-invalid": "true" } : {}),
    },
  });
  return (
    <div className="field rich-field">
      {/* A label cannot name what is no form control, so the press is passed on by hand. */}
      <span className="lab" id={`${id}-label`} onClick={() => editor?.commands.focus()}>{label}</span>
      <div className={classNames("rich-box", wrong && "bad")}>
        <TextTools editor={editor} label={label} controls={id} />
        <div ref={place} />
      </div>
      {wrong && <span className="bad-text" id={`${id}-error`}><Icon of={CircleAlert} size="s" /><span>{error}</span></span>}
      {hint !== undefined && <span className="hint" id={`${id}-hint`}>{hint}</span>}
    </div>
  );
}
