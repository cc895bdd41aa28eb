"use client";

import { lazy, Suspense, useId, useState, type ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { ApiProblem } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { lengthWords } from "@/components/rich-text/note-length";
import { draftOf, keepDraft } from "./draft";

const Editor = lazy(async () => ({ default: (await import("@/components/rich-text/markdown-editor")).MarkdownEditor }));

/** The field for a message and Send. What is not sent yet is kept in the tab under a name of its own. */
export function Composer({ kept, send, above }: { kept: string; send: (text: string) => Promise<unknown>; /** What stands between the words and Send, by what is written. */ above?: (text: string, change: (text: string) => void) => ReactNode }) {
  const about = useId();
  const t = useTranslations("discussion");
  const writing = useTranslations("writing");
  const [text, setText] = useState(() => draftOf(kept));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const change = (next: string): void => {
    setText(next);
    keepDraft(kept, next);
  };
  const length = lengthWords(text.length, writing);
  const post = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await send(text);
      change("");
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem.detail);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="composer">
      <Suspense fallback={<div className="rich-box" aria-hidden="true" />}>
        <Editor label={t("yourMessage")} hint={t("hint")} text={text} describedBy={about} onChange={change} />
      </Suspense>
      <span id={about} className={length?.over === true ? "bad-text" : "x11"} role="status">{length?.words}</span>
      {above?.(text, change)}
      {problem !== null && <Alert>{problem}</Alert>}
      <Button size="small" busy={busy} disabled={text.trim() === "" || length?.over === true} onClick={() => void post()}>{t(busy ? "sending" : "send")}</Button>
    </div>
  );
}
