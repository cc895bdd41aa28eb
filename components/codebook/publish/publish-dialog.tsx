"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap, type Problem } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import { TextArea } from "@/components/ui/text-area";
import { codebookApi, problemOf } from "../api";
import { groupChanges, type ChangeGroup } from "../compare/group-changes";
import { type Answers, meaningIds, sentToReview, unanswered } from "./answers";
import { ChangeList } from "./change-list";

type Found = { groups: ChangeGroup[]; affected: Readonly<Record<string, number>>; proposed: number };

/** What publishing changes, what each change means, and a note; then the draft becomes a version for good. */
export function PublishDialog({ projectId, number, version, onClose }: { projectId: string; number: number; version: number; onClose: () => void }) {
  const router = useRouter();
  const t = useTranslations("codebook.publish");
  const codebook = useTranslations("codebook");
  const [found, setFound] = useState<Found | null>(null);
  const [answers, setAnswers] = useState<Answers>({});
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  useEffect(() => {
    let here = true;
    void unwrap(codebookApi.draft.changes.$get({ param: { projectId } })).then(
      ({ changes, affected, proposed }) => here && setFound({ groups: groupChanges(codebook, changes, []), affected, proposed }),
      (error: unknown) => here && setProblem(problemOf(error)),
    );
    return () => {
      here = false;
    };
  }, [projectId, codebook]);

  const publish = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const done = await unwrap(codebookApi.publish.$post({ param: { projectId }, json: { version, meaning: meaningIds(found?.groups ?? [], answers), note: note.trim() } }));
      router.push(done.affected > 0 ? `/p/${projectId}/codebook/affected?version=${number}` : `/p/${projectId}/codebook`);
      router.refresh();
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  };
  const open = found === null ? 0 : unanswered(found.groups, answers);
  const review = found === null ? 0 : sentToReview(found.groups, answers, found.affected);
  return (
    <Dialog
      open wide onClose={onClose} title={t("title", { n: number })}
      acts={<><Button look="quiet" onClick={onClose}>{t("goOn")}</Button><Button look="primary" busy={busy} disabled={found === null || found.groups.length === 0 || open > 0} onClick={() => void publish()}>{busy ? t("publishing") : t("title", { n: number })}</Button></>}
    >
      {problem && <Alert>{problem.detail}</Alert>}
      {found === null && problem === null && <Skeleton label={t("looking")} rows={4} />}
      {found?.groups.length === 0 && <p>{t("same")}</p>}
      {found !== null && found.groups.length > 0 && (
        <>
          <p className="muted">{t("sub")}</p>
          <ChangeList groups={found.groups} affected={found.affected} answers={answers} onAnswers={setAnswers} />
          <TextArea label={t("note")} hint={t("noteHint")} rows={2} maxLength={4000} dir="auto" value={note} onChange={(event) => setNote(event.target.value)} />
          <p className="cb-sum" role="status">{open > 0 ? t("wait", { n: open }) : review === 0 ? (found.proposed > 0 ? "" : t("noReview")) : t("review", { n: review })}{found.proposed > 0 && ` ${t("proposed", { n: found.proposed })}`}</p>
        </>
      )}
    </Dialog>
  );
}
