"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import type { AdjudicationSession } from "./state/session";
import { useAdjudication } from "./state/use-adjudication";

/** Says that somebody else works on this article now, and until when; it can be taken over. */
export function ClaimBanner({ session, memberId }: { session: AdjudicationSession; memberId: string }) {
  const t = useTranslations("adjudicate.claim");
  const { claimedBy, claimedUntil } = useAdjudication(session, (state) => state.document.adjudication);
  const busy = useAdjudication(session, (state) => state.busy);
  if (claimedBy === null || claimedUntil === null || claimedBy.id === memberId) return null;
  const until = new Date(claimedUntil);
  const time = `${String(until.getHours()).padStart(2, "0")}:${String(until.getMinutes()).padStart(2, "0")}`;
  return (
    <div className="note claim" role="status">
      <span>{t("other", { name: claimedBy.name, time })}</span>
      <Button size="small" busy={busy === "claim"} onClick={() => void session.takeOver()}>{t("takeOver")}</Button>
    </div>
  );
}
