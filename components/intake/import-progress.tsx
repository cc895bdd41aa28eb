"use client";

import { useTranslations } from "use-intl/react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { Import } from "./import-types";
import type { Act } from "./use-import";

/** How far the server is, which goes on without this page; pause, go on, end. */
export function ImportProgress({ shown, busy, onAct, onCancel }: { shown: Import; busy: Act | null; onAct: (act: Act) => void; onCancel: () => void }) {
  const t = useTranslations("imports.progress");
  const { counts, bytes, paused, state } = shown;
  const adding = state === "adding";
  const done = counts.kept + counts.joined;
  // Behind the preview nobody knows how many there are: then bytes say how far it is.
  const whole = shown.previewed !== null && shown.previewed < counts.seen;
  const [value, max] = adding && !whole ? [done, done + counts.new + counts.copies + counts.look] : [bytes.read, bytes.total];
  const tenths = max > 0 ? Math.floor((Math.min(value, max) / max) * 10) : 0;
  const text = adding ? t("added", { n: done }) : t("read", { n: counts.seen });
  return (
    <section className="step-box stack s2" aria-label={t("label")}>
      <ProgressBar label={t("label")} value={value} max={max} text={text} detail={counts.refused > 0 ? t("refused", { n: counts.refused }) : undefined} />
      {paused && shown.problem !== null && <Alert>{shown.problem}</Alert>}
      <div className="wrap">
        {paused ? <Button size="small" look="primary" busy={busy === "resume"} onClick={() => onAct("resume")}>{t("resume")}</Button> : <Button size="small" busy={busy === "pause"} onClick={() => onAct("pause")}>{t("pause")}</Button>}
        <Button size="small" look="quiet" busy={busy === "cancel"} onClick={onCancel}>{t("cancel")}</Button>
        <span className="x12">{paused ? t("paused") : t("goesOn")}</span>
      </div>
      <span className="vh" role="status">{paused ? t("paused") : t(adding ? "spokenAdding" : "spokenReading", { n: tenths * 10 })}</span>
    </section>
  );
}
