"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { unwrap, type Problem } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import { TextArea } from "@/components/ui/text-area";
import { counted } from "@/lib/figures/numbers";
import { codebookApi, problemOf } from "../api";
import { groupChanges, type ChangeGroup } from "../compare/group-changes";
import { type Answers, meaningIds, sentToReview, unanswered } from "./answers";
import { ChangeList } from "./change-list";

type Found = { groups: ChangeGroup[]; affected: Readonly<Record<string, number>> };

/** What publishing changes, what each change means, and a note; then the draft becomes a version for good. */
export function PublishDialog({ projectId, number, version, onClose }: { projectId: string; number: number; version: number; onClose: () => void }) {
  const router = useRouter();
  const [found, setFound] = useState<Found | null>(null);
  const [answers, setAnswers] = useState<Answers>({});
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  useEffect(() => {
    let here = true;
    void unwrap(codebookApi.draft.changes.$get({ param: { projectId } })).then(
      ({ changes, affected }) => here && setFound({ groups: groupChanges(changes, []), affected }),
      (error: unknown) => here && setProblem(problemOf(error)),
    );
    return () => {
      here = false;
    };
  }, [projectId]);

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
      open wide onClose={onClose} title={`Publish version ${number}`}
      acts={<><Button look="quiet" onClick={onClose}>Go on writing</Button><Button look="primary" busy={busy} disabled={found === null || found.groups.length === 0 || open > 0} onClick={() => void publish()}>{busy ? "Publishing…" : `Publish version ${number}`}</Button></>}
    >
      {problem && <Alert>{problem.detail}</Alert>}
      {found === null && problem === null && <Skeleton label="Looking at what changed" rows={4} />}
      {found?.groups.length === 0 && <p>The draft says the same as the version in use. Change something first.</p>}
      {found !== null && found.groups.length > 0 && (
        <>
          <p className="muted">A published version cannot be changed any more. Marks keep the version that their coder read. Where a change gives a label another meaning, its marks are listed for a look; where only the wording changes, nothing happens to them.</p>
          <ChangeList groups={found.groups} affected={found.affected} answers={answers} onAnswers={setAnswers} />
          <TextArea label="Note for the coders" hint="What changed and why. It stands in the history." rows={2} maxLength={4000} dir="auto" value={note} onChange={(event) => setNote(event.target.value)} />
          <p className="cb-sum" role="status">{open > 0 ? `${counted(open, "change waits", "changes wait")} for your answer.` : review === 0 ? "No mark is sent to review." : `About ${counted(review, "mark")} will be listed for a look.`}</p>
        </>
      )}
    </Dialog>
  );
}
