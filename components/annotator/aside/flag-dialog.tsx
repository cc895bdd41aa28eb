"use client";

import { useState, type RefObject } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextArea } from "@/components/ui/text-area";
import { LONGEST_REASON } from "@/lib/assignments/set-aside";
import type { AsideWish } from "../state/set-aside";
import type { AnnotatorSession } from "../state/session";
import { useSession } from "../state/use-session";

/** Flags an article for the coordinator with a few words, or takes the flag off. One goes on working on it. */
export function FlagDialog({ session, open, within, onClose }: { session: AnnotatorSession; open: boolean; within: RefObject<HTMLElement | null>; onClose: () => void }) {
  const flagged = useSession(session, (state) => state.assignment.flaggedAt !== null);
  const t = useTranslations("annotate.flag");
  return (
    <Dialog open={open} onClose={onClose} docked within={within} title={t(flagged ? "is" : "title")}>
      <FlagForm {...{ session, flagged, onClose }} />
    </Dialog>
  );
}

function FlagForm({ session, flagged, onClose }: { session: AnnotatorSession; flagged: boolean; onClose: () => void }) {
  const t = useTranslations();
  const [note, setNote] = useState(session.state.assignment.flagNote);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (wish: AsideWish): Promise<void> => {
    setBusy(true);
    const answer = await session.setAside(wish);
    setBusy(false);
    if ("sentence" in answer) setProblem(answer.sentence);
    else onClose();
  };
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    void send({ do: "flag", note: note.trim() });
  };
  return (
    <form className="aside-form" onSubmit={submit}>
      <p className="x12">{t("annotate.flag.sub")}</p>
      <TextArea label={t("annotate.flag.note")} rows={2} maxLength={LONGEST_REASON} value={note} onChange={(event) => setNote(event.target.value)} dir="auto" />
      <p className="refused x12" role="alert">{problem}</p>
      <div className="acts">
        {flagged && <Button busy={busy} onClick={() => void send({ do: "unflag" })}>{t("annotate.flag.off")}</Button>}
        <Button onClick={onClose}>{t("acts.cancel")}</Button>
        <Button type="submit" look="primary" busy={busy}>{t(busy ? "acts.saving" : flagged ? "acts.save" : "annotate.foot.flag")}</Button>
      </div>
    </form>
  );
}
