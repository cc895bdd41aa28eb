"use client";

import { useRouter } from "next/navigation";
import { useCallback, useState } from "react";
import { useTranslations } from "use-intl/react";
import { ApiProblem, unwrap, type Problem } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import { TextArea } from "@/components/ui/text-area";
import { useToast } from "@/components/ui/toast";
import { returnsApi, spansApi } from "./api";
import { MarkLine } from "./mark-line";
import { useLoaded } from "./use-loaded";

const MOST_MARKS = 200;

/** Gives submitted work back: a comment that says why, and the marks to look at. */
export function ReturnDialog({ projectId, articleId, work, onClose }: { projectId: string; articleId: string; work: { assignmentId: string; pseudonym: string; version: number }; onClose: () => void }) {
  const { assignmentId, pseudonym, version } = work;
  const router = useRouter();
  const toast = useToast();
  const t = useTranslations("history.giveBack");
  const history = useTranslations("history");
  const acts = useTranslations("acts");
  const [comment, setComment] = useState("");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const read = useCallback(async () => (await unwrap(spansApi.$get({ param: { projectId, articleId } }))).items.filter((span) => span.assignmentId === assignmentId), [projectId, articleId, assignmentId]);
  const marks = useLoaded(read);

  const toggle = (id: string) => setChosen((before) => new Set(before.has(id) ? [...before].filter((other) => other !== id) : [...before, id]));
  const giveBack = async () => {
    setAsked(true);
    if (comment.trim() === "") return;
    setBusy(true);
    setProblem(null);
    try {
      await unwrap(returnsApi[":assignmentId"].return.$post({ param: { projectId, assignmentId }, json: { version, comment, spanIds: [...chosen] } }));
      toast({ text: t("done", { name: pseudonym }) });
      router.refresh();
      onClose();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem);
      if (error.problem.status === 409) router.refresh();
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog open wide onClose={onClose} title={t("title", { name: pseudonym })} acts={<><Button look="quiet" onClick={onClose}>{acts("cancel")}</Button><Button look="primary" busy={busy} disabled={chosen.size > MOST_MARKS} onClick={() => void giveBack()}>{t(busy ? "acting" : "act")}</Button></>}>
      <p className="muted">{t("lead", { name: pseudonym })}</p>
      {problem && <Alert>{problem.detail}</Alert>}
      <TextArea label={t("comment")} hint={t("commentHint")} maxLength={4000} value={comment} onChange={(event) => setComment(event.target.value)} error={asked && comment.trim() === "" && t("commentMissing")} />
      <fieldset className="pick-marks">
        <legend>{history("toLookAt")}</legend>
        {marks.problem && <Alert>{marks.problem.detail} <Button look="quiet" size="small" onClick={marks.again}>{history("again")}</Button></Alert>}
        {!marks.problem && marks.data === null && <Skeleton label={t("loading")} />}
        {marks.data?.length === 0 && <p className="muted">{t("none", { name: pseudonym })}</p>}
        {marks.data !== null && marks.data.length > 0 && (
          <ul className="pick-list">
            {marks.data.map((mark) => (
              <li key={mark.id}><Checkbox label={<MarkLine mark={{ ...mark, quote: mark.parts.map((part) => part.quote).join(" … ") }} />} checked={chosen.has(mark.id)} onChange={() => toggle(mark.id)} /></li>
            ))}
          </ul>
        )}
        {chosen.size > MOST_MARKS && <p className="bad-text">{t("atMost", { n: MOST_MARKS })}</p>}
      </fieldset>
    </Dialog>
  );
}
