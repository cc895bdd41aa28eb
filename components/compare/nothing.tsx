"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { useComparison } from "./context";

/** Where there is too little to stand side by side: what is missing, and what to do. */
export function NothingToCompare({ mayWrite }: { mayWrite: boolean }) {
  const t = useTranslations("compare.page");
  const { projectId, found, ask } = useComparison();
  const set = mayWrite && found.set ? <Button href={`/p/${projectId}/sets/${found.set.id}`}>{t("openSet")}</Button> : undefined;
  if (found.columns.length === 0) return <div className="cmp-notes"><EmptyState what={t("noArticles")} why={t("noArticlesWhy")} action={set} /></div>;
  if (found.columns.length === 1) return <div className="cmp-notes"><EmptyState what={t("tooFew")} why={t("tooFewWhy")} action={found.choosable.length > 1 ? <Button onClick={() => ask({ kind: "choose" })}>{t("change")}</Button> : set} /></div>;
  return <div className="cmp-notes"><EmptyState what={t("nothing")} why={t("nothingWhy")} action={<Button onClick={() => ask({ kind: "choose" })}>{t("change")}</Button>} /></div>;
}
