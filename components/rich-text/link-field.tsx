"use client";

import type { Editor } from "@tiptap/core";
import { useState, type KeyboardEvent } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import { safeLink } from "./safe-link";

/** Asks where the selected words lead. Without a selection, the address itself becomes the words. */
export function LinkField({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const before = String(editor.getAttributes("link")["href"] ?? "");
  const [typed, setTyped] = useState(before);
  const [error, setError] = useState<string | undefined>();
  const t = useTranslations("writing");
  const close = () => {
    onDone();
    editor.commands.focus();
  };
  const set = () => {
    const href = safeLink(typed);
    if (href === null) return setError(t("noAddress"));
    const chain = editor.chain().focus();
    if (before !== "") chain.extendMarkRange("link").setMark("link", { href }).run();
    else if (editor.state.selection.empty) chain.insertContent({ type: "text", text: href, marks: [{ type: "link", attrs: { href } }] }).run();
    else chain.setMark("link", { href }).run();
    close();
  };
  const remove = () => {
    editor.chain().focus().extendMarkRange("link").unsetMark("link").run();
    close();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Enter") {
      // The field may stand in a form; the form is not meant.
      event.preventDefault();
      set();
    }
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  };
  return (
    <div className="rich-link" onKeyDown={onKey}>
      <TextInput label={t("address")} hideLabel size="small" inputMode="url" placeholder="https://" autoFocus value={typed} error={error} onChange={(event) => setTyped(event.target.value)} />
      <Button size="small" onClick={set}>{t("setLink")}</Button>
      {before !== "" && <Button size="small" look="quiet" onClick={remove}>{t("removeLink")}</Button>}
    </div>
  );
}
