"use client";

import { useEffect, useState, type ClipboardEvent } from "react";
import { useTranslations } from "use-intl/react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";
import type { NamedFile } from "./named-files";

const isWhole = (text: string): boolean => text.split("\n").filter((line) => line.trim() !== "").length > 1;
/** Whether what a browser or a word processor gave beside the words says which of them are a heading, a list, a paragraph. */
const isStructured = (html: string): boolean => [...html.matchAll(/<(?:p|div|h[1-6]|li|blockquote|article|section|br)\b/giu)].length > 1;
const LONE_SURROGATE = /\p{Surrogate}/u;

/** The file that pasted words are sent as. */
const pasted = (words: string, kind: "txt" | "html"): NamedFile => ({ name: `pasted.${kind}`, file: new Blob([words], { type: kind === "txt" ? "text/plain" : "text/html" }) });
const firstLine = (text: string): string => text.trim().split("\n", 1)[0]?.trim().slice(0, 80) ?? "";

/** One article to paste. A whole one is read at once, as it was pasted; what is typed waits for the button. */
export function PasteWay({ busy, onPasted }: { busy: boolean; onPasted: (name: string, file: NamedFile) => void }) {
  const t = useTranslations("intake.paste");
  const [text, setText] = useState("");
  const broken = LONE_SURROGATE.test(text);

  useEffect(() => {
    if (text.trim() === "" || busy) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [text, busy]);

  const onPaste = ({ clipboardData }: ClipboardEvent<HTMLTextAreaElement>) => {
    if (text.trim() !== "" || busy) return;
    const [words, html] = [clipboardData.getData("text/plain"), clipboardData.getData("text/html")];
    if (!isWhole(words) || LONE_SURROGATE.test(words)) return;
    onPasted(firstLine(words), isStructured(html) ? pasted(html, "html") : pasted(words, "txt"));
  };
  return (
    <form className="stack s2" onSubmit={(event) => { event.preventDefault(); if (text.trim() !== "" && !broken) onPasted(firstLine(text), pasted(text, "txt")); }}>
      <TextArea label={t("label")} hint={t("hint")} serif rows={10} value={text} onPaste={onPaste} onChange={(event) => setText(event.target.value)} dir="auto" />
      {broken && <Alert>{t("broken")}</Alert>}
      <div><Button type="submit" look={text.trim() === "" ? "plain" : "primary"} busy={busy} disabled={text.trim() === "" || broken}>{busy ? t("reading") : t("look")}</Button></div>
    </form>
  );
}
