"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import type { Import } from "./import-types";
import { reportOf } from "./imports-api";

/** What became of an import that is over, and where to go from there. */
export function ImportOutcome({ projectId, shown }: { projectId: string; shown: Import }) {
  const t = useTranslations("imports.outcome");
  const { counts, state } = shown;
  const base = `/p/${projectId}/articles`;
  const links = (
    <div className="wrap">
      {counts.kept + counts.joined > 0 && <Button look="primary" href={`${base}?order=newest`}>{t("list")}</Button>}
      {counts.seen > 0 && <Button href={reportOf(projectId, shown.id)} download="">{t("report")}</Button>}
      <Button look={counts.kept + counts.joined > 0 ? "quiet" : "plain"} href={`${base}/new`}>{t("next")}</Button>
    </div>
  );
  if (state === "failed") return <section className="step-box stack"><ErrorState what={t("failed")} safe={counts.kept + counts.joined > 0 ? t("kept", { n: counts.kept + counts.joined }) : t("nothing")} todo={shown.problem ?? t("tryAgain")} />{links}</section>;
  return (
    <section className="step-box stack s3">
      <p className="x15" role="status">
        {state === "cancelled" ? `${t("cancelled")} ` : ""}
        {counts.kept + counts.joined > 0 ? t("kept", { n: counts.kept + counts.joined }) : t("nothing")}
        {counts.joined > 0 && ` ${t("joined", { n: counts.joined })}`}
        {counts.refused > 0 && ` ${t("refused", { n: counts.refused })}`}
      </p>
      {links}
    </section>
  );
}
