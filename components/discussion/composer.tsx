"use client";

import { lazy, Suspense, useId, useState } from "react";
import { useTranslations } from "use-intl/react";
import { ApiProblem, unwrap } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { lengthWords } from "@/components/rich-text/note-length";
import { threadApi } from "./api";
import { draftOf, keepDraft } from "./draft";

const Editor = lazy(async () => ({ default: (await import("@/components/rich-text/markdown-editor")).MarkdownEditor }));

/** The field for a message and Send. What is not sent yet is kept in the tab. */
export function Composer({ projectId, assignmentId, memberId, onSent }: { projectId: string; assignmentId: string; memberId: string; onSent: () => Promise<void> }) {
  const about = useId();
  const t = useTranslations("discussion");
  const writing = useTranslations("writing");
  const [text, setText] = useState(() => draftOf(assignmentId, memberId));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const change = (next: string): void => {
    setText(next);
    keepDraft(assignmentId, memberId, next);
  };
  const length = lengthWords(text.length, writing);
  const send = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await unwrap(threadApi.messages.$post({ param: { projectId, assignmentId }, json: { text } }));
      change("");
      await onSent();
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
      {problem !== null && <Alert>{problem}</Alert>}
      <Button size="small" busy={busy} disabled={text.trim() === "" || length?.over === true} onClick={() => void send()}>{t(busy ? "sending" : "send")}</Button>
    </div>
  );
}
