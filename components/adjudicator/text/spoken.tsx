"use client";

import { useTranslations } from "use-intl/react";
import type { AdjudicationSession } from "../state/session";
import { useAdjudication } from "../state/use-adjudication";
import { signOf } from "./block";

/** Says which cluster is looked at, for those who do not see it. */
export function Spoken({ session }: { session: AdjudicationSession }) {
  const t = useTranslations("adjudicate");
  const clusters = useAdjudication(session, (state) => state.clusters);
  const currentKey = useAdjudication(session, (state) => state.currentKey);
  const cluster = clusters.find(({ key }) => key === currentKey);
  const words = cluster?.spans[0]?.parts.map((part) => part.quote).join(" … ") ?? "";
  return <div className="vh" role="status">{cluster && t("spoken.at", { n: cluster.number, of: clusters.length, look: t(`lookNames.${signOf(cluster)}`), words })}</div>;
}
