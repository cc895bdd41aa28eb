"use client";

import { Button } from "@/components/ui/button";
import { Foot } from "@/components/ui/foot";
import { ProgressBar } from "@/components/ui/progress-bar";
import { StatusText } from "@/components/ui/status-text";
import type { AnnotatorSession } from "../state/session";
import { isReadOnly } from "../state/session-state";
import { saveLine } from "../state/status";
import { useSession } from "../state/use-session";
import { annotatePath } from "./queue-pane";

/** Progress, how saving stands, and submitting. */
export function ScreenFoot({ session, onSubmit }: { session: AnnotatorSession; onSubmit: () => void }) {
  const { queue } = session.document;
  const readOnly = useSession(session, isReadOnly);
  const submission = useSession(session, (state) => state.submission);
  const here = readOnly && session.document.assignment.state !== "submitted" ? 1 : 0;
  const next = submission.step === "done" ? submission.nextId : queue.nextId;
  const submit = <Button look="primary" keys="Ctrl ↵" busy={submission.step === "sending"} onClick={onSubmit}>{submission.step === "sending" ? "Submitting…" : queue.nextId === null ? "Submit" : "Submit and next"}</Button>;
  const goOn = next === null ? <span className="x12">Nothing further to do</span> : <Button look="primary" href={annotatePath(session.projectId, next)}>Next article</Button>;
  return (
    <Foot acts={readOnly ? goOn : submit}>
      <ProgressBar label="Your queue" value={queue.submitted + here} max={queue.total} text={`${queue.position} of ${queue.total}`} detail={`${queue.submitted + here} submitted`} />
      <SaveStatus session={session} />
      {submission.step === "refused" && <span className="x12 refused">{submission.sentence}{submission.stale === true && <> <button type="button" className="link" onClick={() => location.reload()}>Load it again</button></>}</span>}
    </Foot>
  );
}

function SaveStatus({ session }: { session: AnnotatorSession }) {
  const sending = useSession(session, (state) => state.sending);
  const savedAt = useSession(session, (state) => state.savedAt);
  const refusal = useSession(session, (state) => state.refusal);
  const conflicts = useSession(session, (state) => state.spanConflicts.size + state.rowConflicts.size);
  const line = saveLine({ sending, savedAt, refusal, conflicts });
  const signedOut = sending.phase === "waiting" && sending.problem?.signedOut === true;
  return (
    <StatusText state={line?.state ?? "saved"}>
      {line?.words ?? "All saved"}{signedOut && <> <a className="link" href="/sign-in" target="_blank" rel="noopener">Sign in in another tab</a></>}
    </StatusText>
  );
}
