"use client";

import type { RefObject } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { AnnotatorSession } from "../state/session";
import { useSession } from "../state/use-session";

/** Asks once whether submitting without spans is meant. It is a finding, and is stored as one. */
export function EmptyDialog({ session, within, onConfirm }: { session: AnnotatorSession; within: RefObject<HTMLElement | null>; onConfirm: () => void }) {
  const open = useSession(session, (state) => state.submission.step === "empty");
  const t = useTranslations("annotate.empty");
  const back = (): void => session.cancelSubmission();
  return (
    <Dialog
      open={open}
      onClose={back}
      docked
      within={within}
      title={t("title")}
      acts={<><Button onClick={back}>{t("back")}</Button><Button look="primary" onClick={onConfirm}>{t("submit")}</Button></>}
    >
      <p className="x15">{t("text")}</p>
    </Dialog>
  );
}
