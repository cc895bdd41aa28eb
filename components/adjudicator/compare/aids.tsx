"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { FRAMINGS } from "@/lib/codebook/framing";
import type { Extents } from "../edit/extent";
import type { Naming } from "../naming";
import type { AdjudicationSession } from "../state/session";
import type { ShownCluster } from "../types";

/** Starting points that are computed from the marks alone, and called so. Nothing is accepted before somebody records it. */
export function Aids({ session, cluster, naming, extents }: { session: AdjudicationSession; cluster: ShownCluster; naming: Naming; extents: Extents }) {
  const t = useTranslations("adjudicate.aid");
  const { aids } = cluster;
  if (aids === null || cluster.spans.length < 2) return null;
  const { majority, posterior } = aids;
  const parts = majority.flatMap(({ start, end }) => extents.select(start, end) ?? []);
  const likely = posterior && FRAMINGS.toSorted((a, b) => posterior[b] - posterior[a])[0];
  return (
    <details className="bulk aids">
      <summary>{t("title")}</summary>
      <p>{t("what")}</p>
      {parts.length > 0 && <p>{t("majority")}: <q className="serif" dir="auto">{parts.map((part) => part.quote).join(" … ")}</q></p>}
      {posterior && (
        <ul>
          {FRAMINGS.map((framing) => <li key={framing} className="num">{t("posterior", { framing: naming.codebook.framing(framing), share: posterior[framing] })}</li>)}
          <li className="num">{t("posteriorNone", { share: posterior.none })}</li>
        </ul>
      )}
      <Button size="small" onClick={() => session.editFrom(parts, likely)}>{t("use")}</Button>
    </details>
  );
}
