"use client";

import type { Editor } from "@tiptap/core";
import { Bold, Italic, Link, List, ListOrdered, TextQuote, type LucideIcon } from "lucide-react";
import { useRef, useState, type KeyboardEvent } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { LinkField } from "./link-field";

type Tool = { name: "bold" | "italic" | "bulletList" | "orderedList" | "blockquote"; icon: LucideIcon; act: (editor: Editor) => void };
const TOOLS: readonly Tool[] = [
  { name: "bold", icon: Bold, act: (editor) => void editor.chain().focus().toggleMark("bold").run() },
  { name: "italic", icon: Italic, act: (editor) => void editor.chain().focus().toggleMark("italic").run() },
  { name: "bulletList", icon: List, act: (editor) => void editor.chain().focus().toggleList("bulletList", "listItem").run() },
  { name: "orderedList", icon: ListOrdered, act: (editor) => void editor.chain().focus().toggleList("orderedList", "listItem").run() },
  { name: "blockquote", icon: TextQuote, act: (editor) => void editor.chain().focus().toggleWrap("blockquote").run() },
];

/** The buttons above a rich-text field: one stop for Tab, the arrow keys go between them. */
export function TextTools({ editor, label, controls }: { editor: Editor | null; label: string; controls?: string | undefined }) {
  const t = useTranslations("writing");
  const bar = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const [linking, setLinking] = useState(false);
  const step = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const buttons = [...(bar.current?.querySelectorAll("button") ?? [])];
    if (by === undefined || buttons.length === 0) return;
    event.preventDefault();
    const next = (at + by + buttons.length) % buttons.length;
    setAt(next);
    buttons[next]?.focus();
  };
  return (
    <>
      <div className="rich-tools" role="toolbar" aria-label={t("tools", { field: label })} aria-controls={controls} ref={bar} onKeyDown={step}>
        {TOOLS.map((tool, index) => (
          <Button key={tool.name} look="quiet" size="small" label={t(tool.name)} icon={<Icon of={tool.icon} size="s" />} pressed={editor?.isActive(tool.name) ?? false} disabled={editor === null} tabIndex={index === at ? 0 : -1} onFocus={() => setAt(index)} onClick={() => editor && tool.act(editor)} />
        ))}
        <Button look="quiet" size="small" label={t("link")} icon={<Icon of={Link} size="s" />} pressed={linking || (editor?.isActive("link") ?? false)} disabled={editor === null} tabIndex={at === TOOLS.length ? 0 : -1} onFocus={() => setAt(TOOLS.length)} onClick={() => setLinking(!linking)} />
      </div>
      {linking && editor && <LinkField editor={editor} onDone={() => setLinking(false)} />}
    </>
  );
}
