"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap, type Problem } from "@/components/api/client";
import { problemOf } from "@/components/articles/api";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextArea } from "@/components/ui/text-area";
import { useToast } from "@/components/ui/toast";
import { returnsApi } from "./api";

/** As many as one request gives back. */
const MOST = 1000;

/** Gives finished work back with a comment that says what to look at. */
export function ReturnDialog({ projectId, target, assignmentIds, onClose, onDone }: { projectId: string; target: string; assignmentIds: readonly string[]; onClose: () => void; onDone: (returned: readonly string[]) => void }) {
  const toast = useToast();
  const t = useTranslations("targets.giveBack");
  const acts = useTranslations("acts");
  const [comment, setComment] = useState(t("written", { target }));
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const ids = assignmentIds.slice(0, MOST);

  const giveBack = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const done = await unwrap(returnsApi.$post({ param: { projectId }, json: { assignmentIds: ids, comment } }));
      const skipped = new Set(done.skipped.map((one) => one.assignmentId));
      toast({ text: skipped.size > 0 ? t("doneSome", { n: done.returned, left: skipped.size }) : t("done", { n: done.returned }) });
      onDone(ids.filter((id) => !skipped.has(id)));
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog open onClose={onClose} title={t("title", { n: ids.length })} acts={<><Button look="quiet" onClick={onClose}>{acts("cancel")}</Button><Button look="primary" busy={busy} disabled={comment.trim() === ""} onClick={() => void giveBack()}>{busy ? t("acting") : t("act")}</Button></>}>
      {problem && <Alert>{problem.detail}</Alert>}
      <p className="muted">{t("sub")}</p>
      <TextArea label={t("comment")} rows={3} maxLength={4000} dir="auto" value={comment} onChange={(event) => setComment(event.target.value)} />
    </Dialog>
  );
}
