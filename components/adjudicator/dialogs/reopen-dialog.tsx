"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextArea } from "@/components/ui/text-area";
import type { AdjudicationSession } from "../state/session";
import { useAdjudication } from "../state/use-adjudication";

/** Opens a decision again, with a word why. What was decided stays on record. */
export function ReopenDialog({ session, decisionId, onClose }: { session: AdjudicationSession; decisionId: string; onClose: (reopened: boolean) => void }) {
  const t = useTranslations("adjudicate.reopenDialog");
  const acts = useTranslations("acts");
  const busy = useAdjudication(session, (state) => state.busy === "reopen");
  const refusal = useAdjudication(session, (state) => state.refusal);
  const [note, setNote] = useState("");
  const [asked, setAsked] = useState(false);
  const reopen = async (): Promise<void> => {
    setAsked(true);
    if (note.trim() !== "" && (await session.reopen(decisionId, note.trim()))) onClose(true);
  };
  return (
    <Dialog open onClose={() => onClose(false)} title={t("title")} acts={<><Button look="quiet" onClick={() => onClose(false)}>{acts("cancel")}</Button><Button look="primary" busy={busy} onClick={() => void reopen()}>{t(busy ? "acting" : "act")}</Button></>}>
      {asked && refusal !== null && <Alert>{refusal}</Alert>}
      <TextArea label={t("note")} hint={t("hint")} rows={3} maxLength={4000} value={note} onChange={(event) => setNote(event.target.value)} error={asked && note.trim() === "" && t("missing")} />
    </Dialog>
  );
}
