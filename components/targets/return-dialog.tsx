"use client";

import { useState } from "react";
import { unwrap, type Problem } from "@/components/api/client";
import { problemOf } from "@/components/articles/api";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextArea } from "@/components/ui/text-area";
import { useToast } from "@/components/ui/toast";
import { counted } from "@/lib/figures/numbers";
import { returnsApi } from "./api";

/** As many as one request gives back. */
const MOST = 1000;

/** Gives finished work back with a comment that says what to look at. */
export function ReturnDialog({ projectId, target, assignmentIds, onClose, onDone }: { projectId: string; target: string; assignmentIds: readonly string[]; onClose: () => void; onDone: (returned: readonly string[]) => void }) {
  const toast = useToast();
  const [comment, setComment] = useState(`${target} is a target now. Please mark what is about it.`);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const ids = assignmentIds.slice(0, MOST);

  const giveBack = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const done = await unwrap(returnsApi.$post({ param: { projectId }, json: { assignmentIds: ids, comment } }));
      const skipped = new Set(done.skipped.map((one) => one.assignmentId));
      toast({ text: `${counted(done.returned, "article")} given back${skipped.size > 0 ? `, ${skipped.size.toLocaleString("en-GB")} left as they are: your own, archived, or of people who left` : ""}.` });
      onDone(ids.filter((id) => !skipped.has(id)));
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog open onClose={onClose} title={`Give back ${counted(ids.length, "article")}`} acts={<><Button look="quiet" onClick={onClose}>Cancel</Button><Button look="primary" busy={busy} disabled={comment.trim() === ""} onClick={() => void giveBack()}>{busy ? "Giving back…" : "Give back"}</Button></>}>
      {problem && <Alert>{problem.detail}</Alert>}
      <p className="muted">Each annotator finds the article in the queue again with this comment. What they submitted first is kept. Until they submit again it counts in no figure.</p>
      <TextArea label="Comment" rows={3} maxLength={4000} dir="auto" value={comment} onChange={(event) => setComment(event.target.value)} />
    </Dialog>
  );
}
