"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap, type Problem } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextArea } from "@/components/ui/text-area";
import { useToast } from "@/components/ui/toast";
import { problemOf } from "../api";
import { returnsApi } from "./api";

/** Returns submitted articles to their annotators with one comment. */
export function ReturnDialog({ projectId, assignmentIds, reasons, onClose, onDone }: { projectId: string; assignmentIds: readonly string[]; reasons: readonly string[]; onClose: () => void; onDone: () => void }) {
  const router = useRouter();
  const toast = useToast();
  const t = useTranslations("codebook.giveBack");
  const acts = useTranslations("acts");
  const [comment, setComment] = useState(t("written", { reasons: reasons.join(" ") }).slice(0, 2000));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const { returned, skipped } = await unwrap(returnsApi.$post({ param: { projectId }, json: { assignmentIds: [...assignmentIds], comment: comment.trim() } }));
      toast({ text: skipped.length === 0 ? t("done", { n: returned }) : t("doneSome", { n: returned, skipped: skipped.length }) });
      onDone();
      router.refresh();
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  };
  return (
    <Dialog
      open onClose={onClose} title={t("title", { n: assignmentIds.length })}
      acts={<><Button look="quiet" onClick={onClose}>{acts("cancel")}</Button><Button look="primary" busy={busy} disabled={comment.trim() === ""} onClick={() => void send()}>{busy ? t("returning") : t("title", { n: assignmentIds.length })}</Button></>}
    >
      {problem && <Alert>{problem.detail}</Alert>}
      <p>{t("sub")}</p>
      <TextArea label={t("comment")} rows={4} maxLength={2000} dir="auto" value={comment} onChange={(event) => setComment(event.target.value)} />
    </Dialog>
  );
}
