"use client";

import { Flag } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Foot } from "@/components/ui/foot";
import { Icon } from "@/components/ui/icon";
import { ProgressBar } from "@/components/ui/progress-bar";
import { StatusText } from "@/components/ui/status-text";
import { useKeys } from "../keyboard/use-keys";
import type { AnnotatorSession } from "../state/session";
import { isReadOnly } from "../state/session-state";
import { saveLine } from "../state/status";
import { useSession } from "../state/use-session";
import { annotatePath } from "./queue-pane";

/** Progress, how saving stands, flagging, skipping and submitting. */
export function ScreenFoot({ session, onSubmit, onSkip, onFlag }: { session: AnnotatorSession; onSubmit: () => void; onSkip: () => void; onFlag: () => void }) {
  const { queue } = session.document;
  const readOnly = useSession(session, isReadOnly);
  const submission = useSession(session, (state) => state.submission);
  const skipped = useSession(session, (state) => state.assignment.skippedAt !== null);
  const flagged = useSession(session, (state) => state.assignment.flaggedAt !== null);
  const keys = useKeys(session);
  const t = useTranslations("annotate.foot");
  const opened = session.document.assignment;
  const done = queue.submitted + (readOnly && opened.state !== "submitted" ? 1 : 0);
  const left = queue.skipped + Number(skipped) - Number(opened.skippedAt !== null);
  const next = submission.step === "done" ? submission.nextId : queue.nextOpenId;
  const acts = (
    <>
      <Button look="quiet" className="act-flag" icon={<Icon of={Flag} />} pressed={flagged} keys={keys.shown("flag")} aria-keyshortcuts={keys.aria("flag")} onClick={onFlag}>{t(flagged ? "flagged" : "flag")}</Button>
      <Button className="act-skip" pressed={skipped} keys={keys.shown("skip")} aria-keyshortcuts={keys.aria("skip")} onClick={onSkip}>{t(skipped ? "skipped" : "skip")}</Button>
      <Button look="primary" keys={keys.shown("submit")} aria-keyshortcuts={keys.aria("submit")} busy={submission.step === "sending"} onClick={onSubmit}>{t(submission.step === "sending" ? "submitting" : queue.nextOpenId === null ? "submit" : "submitNext")}</Button>
    </>
  );
  const goOn = next === null ? <span className="x12">{t("nothingFurther")}</span> : <Button look="primary" href={annotatePath(session.projectId, next)}>{t("next")}</Button>;
  return (
    <Foot acts={readOnly ? goOn : acts}>
      <ProgressBar label={t("queue")} value={done} max={queue.total} text={t("position", { n: queue.position, of: queue.total })} detail={[t("done", { n: done }), ...(left > 0 ? [t("left", { n: left })] : [])].join(" · ")} />
      <SaveStatus session={session} />
      {submission.step === "refused" && <span className="x12 refused">{submission.sentence}{submission.stale === true && <> <button type="button" className="link" onClick={() => location.reload()}>{t("loadAgain")}</button></>}</span>}
    </Foot>
  );
}

/** How saving stands, in words. */
export function SaveStatus({ session }: { session: AnnotatorSession }) {
  const sending = useSession(session, (state) => state.sending);
  const savedAt = useSession(session, (state) => state.savedAt);
  const refusal = useSession(session, (state) => state.refusal);
  const conflicts = useSession(session, (state) => state.spanConflicts.size + state.rowConflicts.size);
  const t = useTranslations("annotate.foot");
  const line = saveLine({ sending, savedAt, refusal, conflicts }, session.t);
  const words = line?.words ?? t("allSaved");
  const signedOut = sending.phase === "waiting" && sending.problem?.signedOut === true;
  return (
    <>
      <StatusText state={line?.state ?? "saved"} spoken={useSettled(words, SPOKEN_AFTER_MS)}>{words}</StatusText>
      {signedOut && <a className="link x12" href="/sign-in" target="_blank" rel="noopener">{t("signIn")}</a>}
    </>
  );
}

const SPOKEN_AFTER_MS = 1_000;

/** A sentence once it has stood for a while, and nothing before: who marks one thing after the other hears no "Saving" between. */
function useSettled(words: string, ms: number): string {
  const [settled, setSettled] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words), ms);
    return () => clearTimeout(timer);
  }, [words, ms]);
  return settled === words ? words : "";
}
