"use client";

import { useTranslations } from "use-intl/react";
import type { LeftHere } from "@/components/annotator/unsent/left-here";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

type Props = { left: LeftHere | null; busy: boolean; /** The last try to send did not get through. */ stuck: boolean; onStay: () => void; onSend: () => void; onLeave: () => void; onDiscard: () => void };

/** Asked before somebody signs out whose work is in this browser only. */
export function SignOutDialog({ left, busy, stuck, onStay, onSend, onLeave, onDiscard }: Props) {
  const t = useTranslations("shell.left");
  const { waiting = 0, aside = 0, fragile = false } = left ?? {};
  return (
    <Dialog
      open={left !== null}
      onClose={onStay}
      title={t("title")}
      wide
      acts={
        <>
          <Button look="danger" busy={busy} onClick={onDiscard}>{t("discard")}</Button>
          {!fragile && <Button busy={busy} onClick={onLeave}>{t("leave")}</Button>}
          {waiting > 0 && <Button busy={busy} onClick={onSend}>{t("send")}</Button>}
          <Button look="primary" onClick={onStay}>{t("stay")}</Button>
        </>
      }
    >
      {waiting > 0 && <p>{t("waiting", { n: waiting })}</p>}
      {aside > 0 && <p>{t("aside", { n: aside })}</p>}
      {fragile
        ? <p>{t("fragile")}</p>
        : <p className="muted">{t("kept")}</p>}
      <div role="status">{stuck && t("stuck")}</div>
    </Dialog>
  );
}
