"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { ruledMarks } from "@/lib/adjudication/boundary-rule";
import { type MergedMark, unanimousMarks } from "@/lib/adjudication/strands";
import type { AdjudicateKeys } from "../keyboard/adjudicate-keys";
import type { Naming } from "../naming";
import { bulkKeys } from "../state/look";
import type { AdjudicationSession } from "../state/session";
import { useAdjudication } from "../state/use-adjudication";
import type { SettledDraft, ShownCluster } from "../types";
import { SettledList } from "./settled-list";

/** What can be settled together: where all agree, and where only edges differ, each listed with what becomes of it. */
export function BulkLists({ session, naming, keys }: { session: AdjudicationSession; naming: Naming; keys: AdjudicateKeys }) {
  const t = useTranslations("adjudicate");
  const clusters = useAdjudication(session, (state) => state.clusters);
  const busy = useAdjudication(session, (state) => state.busy);
  const { boundaryRule } = useAdjudication(session, (state) => state.document.rules);
  const of = (kind: "unanimous" | "boundaries"): ShownCluster[] => {
    const wanted = new Set(bulkKeys(clusters, kind));
    return clusters.filter(({ key }) => wanted.has(key));
  };
  const [unanimous, boundaries] = [of("unanimous"), of("boundaries")];
  return (
    <>
      {unanimous.length > 0 && (
        <details className="bulk">
          <summary>{t("lists.unanimous", { n: unanimous.length })}</summary>
          <SettledList naming={naming} marks={unanimous.flatMap((cluster) => unanimousMarks(cluster)?.map(asDraft) ?? [])} />
          <Button size="small" busy={busy === "unanimous"} keys={keys.shown("acceptUnanimous")} onClick={() => void session.bulk("unanimous")}>{t("lists.accept")}</Button>
        </details>
      )}
      {boundaries.length > 0 && (
        <details className="bulk">
          <summary>{t("lists.boundaries", { n: boundaries.length })}</summary>
          <ul className="extents">
            {boundaries.map((cluster) => {
              const { key, number, spans } = cluster;
              const extents = [...new Set(spans.map((span) => span.parts.map((part) => part.quote).join(" … ")))];
              const becomes = ruledMarks(boundaryRule, cluster)?.map(({ parts }) => parts.map((part) => part.quote).join(" … ")).join(" · ") ?? "";
              return (
                <li key={key}>
                  <button type="button" className="link num" onClick={() => session.go(key)}>{t("cluster", { n: number, of: clusters.length })}</button>
                  <span className="x12" dir="auto">{t("lists.extents", { n: extents.length, list: extents.map((one) => `“${one}”`).join(" · ") })}</span>
                  <span dir="auto">{t("lists.becomes", { words: becomes })}</span>
                </li>
              );
            })}
          </ul>
          <Button size="small" busy={busy === "boundaries"} keys={keys.shown("acceptBoundaries")} onClick={() => void session.bulk("boundaries")}>{t("lists.byRule", { rule: t(`rule.${boundaryRule}`) })}</Button>
        </details>
      )}
    </>
  );
}

const asDraft = (mark: MergedMark): SettledDraft => ({ ...mark, labelIds: [...mark.labelIds] });
