"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap } from "@/components/api/client";
import { problemOf } from "@/components/codebook/api";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { useToast } from "@/components/ui/toast";
import { MOST_PROPOSED, placesOf } from "@/lib/codebook/proposal";
import type { CodebookContent } from "@/lib/codebook/content";
import { placeWords, proposalsApi } from "./api";

/** Asks what the codebook should say where marks of an article showed a gap, and proposes it with these marks. */
export function ProposeDialog({ projectId, articleId, spanIds, decisionId, content, onClose, onProposed }: {
  projectId: string;
  articleId: string;
  spanIds: readonly string[];
  /** The decision with the reason “codebook gap”, where it is one. */
  decisionId: string | null;
  content: CodebookContent;
  onClose: () => void;
  onProposed?: () => void;
}) {
  const t = useTranslations("proposals");
  const acts = useTranslations("acts");
  const toast = useToast();
  const places = placesOf(content);
  const [place, setPlace] = useState("");
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const attached = spanIds.slice(0, MOST_PROPOSED.spans);
  const send = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await unwrap(proposalsApi.$post({ param: { projectId }, json: { place, text, articleId, decisionId, spanIds: attached } }));
      toast({ text: t("form.sent") });
      onProposed?.();
      onClose();
    } catch (error) {
      setProblem(problemOf(error).detail);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={onClose} title={t("form.title")} acts={<><Button look="quiet" onClick={onClose}>{acts("cancel")}</Button><Button look="primary" busy={busy} disabled={text.trim() === ""} onClick={() => void send()}>{t(busy ? "form.sending" : "form.send")}</Button></>}>
      <p>{t("form.sub", { n: attached.length })}</p>
      {problem !== null && <Alert>{problem}</Alert>}
      <Select label={t("form.where")} value={place} onChange={(event) => setPlace(event.target.value)} options={places.map((one) => ({ value: one.place, label: placeWords(one, t) }))} />
      <TextArea label={t("form.text")} hint={t("form.textHint")} rows={4} maxLength={MOST_PROPOSED.text} dir="auto" value={text} onChange={(event) => setText(event.target.value)} />
    </Dialog>
  );
}
