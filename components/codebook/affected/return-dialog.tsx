"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { unwrap, type Problem } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextArea } from "@/components/ui/text-area";
import { useToast } from "@/components/ui/toast";
import { counted } from "@/lib/figures/numbers";
import { problemOf } from "../api";
import { returnsApi } from "./api";

/** Returns submitted articles to their annotators with one comment. */
export function ReturnDialog({ projectId, assignmentIds, reasons, onClose, onDone }: { projectId: string; assignmentIds: readonly string[]; reasons: readonly string[]; onClose: () => void; onDone: () => void }) {
  const router = useRouter();
  const toast = useToast();
  const [comment, setComment] = useState(`The codebook changed. ${reasons.join(" ")} Please look at the marks with a sign again.`.slice(0, 2000));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const { returned, skipped } = await unwrap(returnsApi.$post({ param: { projectId }, json: { assignmentIds: [...assignmentIds], comment: comment.trim() } }));
      toast({ text: `${counted(returned, "article")} returned${skipped.length === 0 ? "" : `, ${skipped.length} could not be`}.` });
      onDone();
      router.refresh();
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  };
  return (
    <Dialog
      open onClose={onClose} title={`Return ${counted(assignmentIds.length, "article")}`}
      acts={<><Button look="quiet" onClick={onClose}>Cancel</Button><Button look="primary" busy={busy} disabled={comment.trim() === ""} onClick={() => void send()}>{busy ? "Returning…" : `Return ${counted(assignmentIds.length, "article")}`}</Button></>}
    >
      {problem && <Alert>{problem.detail}</Alert>}
      <p>Each article goes back to whoever submitted it. What was submitted first is kept, and agreement goes on using it.</p>
      <TextArea label="What they should look at" rows={4} maxLength={2000} dir="auto" value={comment} onChange={(event) => setComment(event.target.value)} />
    </Dialog>
  );
}
