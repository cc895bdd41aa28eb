"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { useDates } from "@/components/words/use-dates";
import { LookIcon } from "../look-icon";
import type { Naming } from "../naming";
import type { Decision } from "../types";
import { SettledList } from "./settled-list";

/** What was decided: by whom, when, how and why, and what stands. */
export function DecidedBox({ decision, changed, naming, onReopen }: {
  decision: Decision;
  /** Marks changed since, so that it has to be decided again. */
  changed: boolean;
  naming: Naming;
  /** Null where it cannot be opened again now. */
  onReopen: (() => void) | null;
}) {
  const t = useTranslations("adjudicate");
  const dates = useDates();
  const { outcome, method, reason, note, by, at, settled } = decision;
  return (
    <div className="decided-box">
      <div className="row">
        <LookIcon look={outcome === "rejected" ? "rejected" : "decided"} />
        <strong>{t("decided.title")}</strong>
        <span className="x12">{t(`methods.${method}`)}{at === "" ? ` · ${t("decided.sending")}` : ` · ${t("decided.by", { who: by?.name ?? t("decided.nobody"), when: dates.moment(at) })}`}</span>
        {onReopen !== null && <span className="push"><Button look="quiet" size="small" onClick={onReopen}>{t("decided.reopen")}</Button></span>}
      </div>
      {changed && <Note>{t("decided.changed")}</Note>}
      {outcome === "rejected" ? <p>{t("decided.nothing")}</p> : <SettledList marks={settled} naming={naming} />}
      {reason !== null && <p className="x12">{t(`why.reasons.${reason}`)}</p>}
      {note !== "" && <p className="said-why" dir="auto">{note}</p>}
      {!changed && onReopen !== null && <p className="x12 faint">{t("decided.otherwise")}</p>}
    </div>
  );
}
