"use client";

import { useState, type RefObject } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Choice } from "@/components/ui/choice";
import { Dialog } from "@/components/ui/dialog";
import { TextArea } from "@/components/ui/text-area";
import { LONGEST_REASON, SKIP_REASONS } from "@/lib/assignments/set-aside";
import type { AnnotatorSession } from "../state/session";
import { useSession } from "../state/use-session";
import { skipReasonWords } from "./skip-reason-words";

const OTHER = "other";

/** Asks why an article is skipped; of one that is skipped, it changes the reason or takes the article up again. */
export function SkipDialog({ session, open, within, onClose, onSkipped }: {
  session: AnnotatorSession;
  open: boolean;
  within: RefObject<HTMLElement | null>;
  onClose: () => void;
  /** The article is skipped; what comes next. */
  onSkipped: (nextId: string | null) => void;
}) {
  const skipped = useSession(session, (state) => state.assignment.skippedAt !== null);
  const t = useTranslations("annotate.skip");
  return (
    <Dialog open={open} onClose={onClose} docked within={within} title={t(skipped ? "is" : "title")}>
      <SkipForm {...{ session, skipped, onClose, onSkipped }} />
    </Dialog>
  );
}

function SkipForm({ session, skipped, onClose, onSkipped }: { session: AnnotatorSession; skipped: boolean; onClose: () => void; onSkipped: (nextId: string | null) => void }) {
  const t = useTranslations("annotate.skip");
  const act = useTranslations("acts");
  const foot = useTranslations("annotate.foot");
  const before = session.state.assignment.skipReason;
  const [choice, setChoice] = useState<string | null>(() => (before === "" ? null : (SKIP_REASONS.find((one) => one === before) ?? OTHER)));
  const [words, setWords] = useState(choice === OTHER ? before : "");
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const reason = (choice === OTHER ? words : (choice ?? "")).trim();
  const send = async (wish: Parameters<AnnotatorSession["setAside"]>[0]): Promise<void> => {
    setBusy(true);
    const answer = await session.setAside(wish);
    setBusy(false);
    if ("sentence" in answer) return setProblem(answer.sentence);
    onClose();
    if (wish.do === "skip") onSkipped(answer.nextId);
  };
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    if (reason === "") setProblem(t("noReason"));
    else void send({ do: "skip", reason });
  };
  return (
    <form className="aside-form" onSubmit={submit}>
      <p className="x12">{t("sub")}</p>
      <Choice legend={t("why")} value={choice} onChange={setChoice} columns={2} options={[...SKIP_REASONS.map((one) => ({ value: one, label: skipReasonWords(one, t) })), { value: OTHER, label: t("other") }]} />
      {choice === OTHER && <TextArea label={t("inYourWords")} rows={2} maxLength={LONGEST_REASON} value={words} autoFocus onChange={(event) => setWords(event.target.value)} dir="auto" />}
      <p className="refused x12" role="alert">{problem}</p>
      <div className="acts">
        {skipped && <Button busy={busy} onClick={() => void send({ do: "takeUp" })}>{t("takeUp")}</Button>}
        <Button onClick={onClose}>{act("cancel")}</Button>
        <Button type="submit" look="primary" busy={busy}>{busy ? t("skipping") : skipped ? t("save") : foot("skip")}</Button>
      </div>
    </form>
  );
}
