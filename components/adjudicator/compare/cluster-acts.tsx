"use client";

import { Ban, CopyPlus, Layers, Pencil } from "lucide-react";
import type { RefObject } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Menu } from "@/components/ui/menu";
import type { AdjudicateKeys } from "../keyboard/adjudicate-keys";
import { type Column, pairsToKeep } from "../state/columns";
import { offers } from "../state/extents";
import type { AdjudicationSession } from "../state/session";
import type { ShownCluster } from "../types";

const nameOf = ({ annotator, turn, of }: Column): string => (of > 1 ? `${annotator.letter}${turn}` : annotator.letter);

/** What can be done with a cluster beside adopting one version. */
export function ClusterActs({ session, cluster, columns, keys, merges, asking, onNone, onSimilar }: {
  session: AdjudicationSession;
  cluster: ShownCluster;
  columns: readonly Column[];
  keys: AdjudicateKeys;
  /** Takes focus when edges are to be merged by key. */
  merges: RefObject<HTMLDivElement | null>;
  /** The reason is being asked for. */
  asking: boolean;
  onNone: () => void;
  /** Null where nothing is settled yet that could be applied elsewhere. */
  onSimilar: (() => void) | null;
}) {
  const t = useTranslations("adjudicate");
  const pairs = pairsToKeep(columns);
  const [first] = pairs;
  const extents = cluster.differs.includes("extent") ? offers(cluster.spans) : [];
  return (
    <>
      <div className="settle">
        {first && <Button icon={<Icon of={CopyPlus} />} keys={keys.shown("keepTwo")} aria-keyshortcuts={keys.aria("keepTwo")} onClick={() => session.keep(first)}>{t("keepTwo", { one: nameOf(first[0]), other: nameOf(first[1]) })}</Button>}
        {pairs.length > 1 && <Menu label={t("keepOthers")} trigger="…" className="btn icon" items={pairs.map((pair) => ({ label: t("keepPair", { one: nameOf(pair[0]), other: nameOf(pair[1]) }), onSelect: () => void session.keep(pair) }))} />}
        <Button icon={<Icon of={Pencil} />} keys={keys.shown("editCluster")} aria-keyshortcuts={keys.aria("editCluster")} onClick={() => session.edit()}>{t("edit")}</Button>
        {onSimilar !== null && <Button icon={<Icon of={Layers} />} onClick={onSimilar}>{t("similar")}</Button>}
        <span className="push"><Button icon={<Icon of={Ban} />} pressed={asking} keys={keys.shown("adoptNone")} aria-keyshortcuts={keys.aria("adoptNone")} onClick={onNone}>{t("noneOfThese")}</Button></span>
      </div>
      {extents.length > 1 && (
        <div className="merges" ref={merges} role="group" aria-label={t("merge")}>
          <span className="lab">{t("merge")} {keys.shown("mergeEdges") !== undefined && <kbd>{keys.shown("mergeEdges")}</kbd>}</span>
          <ul>
            {extents.map(({ rule, parts }) => (
              <li key={rule}>
                <Button size="small" onClick={() => session.merge(parts)}>{t(`merges.${rule}`)}</Button>
                <q className="serif" dir="auto">{parts.map((part) => part.quote).join(" … ")}</q>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
