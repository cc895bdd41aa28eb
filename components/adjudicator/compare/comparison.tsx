"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import type { RefObject } from "react";
import { useFormatter, useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { Segmented } from "@/components/ui/segmented";
import { TableScroll } from "@/components/ui/table-scroll";
import { EditForm } from "../edit/edit-form";
import type { Extents } from "../edit/extent";
import type { AdjudicateKeys } from "../keyboard/adjudicate-keys";
import { LookIcon } from "../look-icon";
import type { Naming } from "../naming";
import { compare } from "../state/columns";
import { lookOf, markers } from "../state/look";
import type { AdjudicationSession } from "../state/session";
import { useAdjudication } from "../state/use-adjudication";
import type { ShownCluster } from "../types";
import { Aids } from "./aids";
import { BulkLists } from "./bulk-lists";
import { ClusterActs } from "./cluster-acts";
import { DecidedBox } from "./decided-box";
import { UnsavedBox } from "./unsaved-box";
import { VersionTable } from "./version-table";

/** What the comparison asks of the screen around it. */
export type ComparisonAsks = { readonly onNone: () => void; readonly onSimilar: (cluster: ShownCluster) => void; readonly onReopen: (decisionId: string) => void; readonly onAsked: () => void };

/** Everybody's version of the cluster that is looked at, and what can be done with them. */
export function Comparison({ session, naming, extents, keys, named, onNamed, merges, asked, asking, asks, talk }: {
  session: AdjudicationSession;
  naming: Naming;
  extents: Extents;
  keys: AdjudicateKeys;
  named: boolean;
  onNamed: (named: boolean) => void;
  merges: RefObject<HTMLDivElement | null>;
  /** Somebody tried to record the draft. */
  asked: boolean;
  /** The reason of a rejection is being asked for. */
  asking: boolean;
  asks: ComparisonAsks;
  /** The discussion on a cluster. */
  talk: (cluster: ShownCluster) => React.ReactNode;
}) {
  const t = useTranslations("adjudicate");
  const clusters = useAdjudication(session, (state) => state.clusters);
  const currentKey = useAdjudication(session, (state) => state.currentKey);
  const draft = useAdjudication(session, (state) => state.draft);
  const { hideNames } = useAdjudication(session, (state) => state.document.rules);
  const cluster = clusters.find(({ key }) => key === currentKey);
  return (
    <>
      <div className="pane-h">
        {cluster ? <><h2 className="num">{t("cluster", { n: cluster.number, of: clusters.length })}</h2><span className="x12 row tight"><LookIcon look={lookOf(cluster)} /><Differs cluster={cluster} /></span></> : <h2>{t("panes.comparison")}</h2>}
        <span className="push row tight">
          {!hideNames && <Segmented label={t("names.label")} size="small" value={named ? "names" : "letters"} options={[{ value: "letters", label: t("names.letters") }, { value: "names", label: t("names.names") }]} onChange={(value) => onNamed(value === "names")} />}
          <Button look="quiet" size="small" icon={<Icon of={ArrowUp} size="s" />} label={t("previous")} keys={keys.shown("clusterPrevious")} disabled={cluster === undefined || draft !== null} onClick={() => session.step(-1)} />
          <Button look="quiet" size="small" icon={<Icon of={ArrowDown} size="s" />} label={t("next")} keys={keys.shown("clusterNext")} disabled={cluster === undefined || draft !== null} onClick={() => session.step(1)} />
        </span>
      </div>
      <div className="cmp" tabIndex={-1} data-comparison="">
        {cluster === undefined && draft === null && <EmptyState what={t("noClusters.what")} why={t("noClusters.why")} />}
        {cluster !== undefined && <Versions key={cluster.key} {...{ session, naming, extents, keys, merges, asking, asks, cluster }} isDrafted={draft !== null} />}
        {draft !== null && <EditForm {...{ session, draft, naming, extents, keys, asked }} onAsked={asks.onAsked} />}
        <OtherUnsaved session={session} naming={naming} />
        {cluster !== undefined && draft === null && talk(cluster)}
        {draft === null && <BulkLists {...{ session, naming, keys }} />}
      </div>
    </>
  );
}

function Versions({ session, cluster, naming, extents, keys, merges, asking, asks, isDrafted }: Pick<Parameters<typeof Comparison>[0], "session" | "naming" | "extents" | "keys" | "merges" | "asking" | "asks"> & { cluster: ShownCluster; isDrafted: boolean }) {
  const t = useTranslations("adjudicate");
  const format = useFormatter();
  const document = useAdjudication(session, (state) => state.document);
  const waiting = useAdjudication(session, (state) => state.waiting.get(cluster.key));
  const { columns, silent } = compare(document, cluster);
  const { decision } = cluster;
  return (
    <>
      {waiting !== undefined && waiting.state !== "sending" && <UnsavedBox session={session} waiting={waiting} naming={naming} />}
      {decision !== null && waiting?.state !== "conflict" && <DecidedBox decision={decision} changed={cluster.changedSince} naming={naming} onReopen={waiting !== undefined || isDrafted ? null : () => asks.onReopen(decision.id)} />}
      <TableScroll label={t("versions", { n: columns.length, cluster: cluster.number })}>
        <VersionTable {...{ cluster, columns, naming, keys }} words={extents.words} length={extents.length} busy={isDrafted} onAdopt={(digit) => session.adopt(digit)} />
      </TableScroll>
      {silent.length > 0 && <p className="x12">{t("silent", { names: format.list(silent.map(naming.annotator)) })}</p>}
      {!isDrafted && <ClusterActs {...{ session, cluster, columns, keys, merges, asking }} onNone={asks.onNone} onSimilar={decision?.outcome === "settled" && !cluster.changedSince && waiting === undefined ? () => asks.onSimilar(cluster) : null} />}
      {!isDrafted && <Aids {...{ session, cluster, naming, extents }} />}
    </>
  );
}

/** In what the versions differ, in a few words. */
function Differs({ cluster }: { cluster: ShownCluster }) {
  const t = useTranslations("adjudicate.differs");
  const format = useFormatter();
  if (cluster.state === "unanimous") return t("unanimous");
  const named = cluster.differs.filter((one) => one !== "presence").map((one) => t(one));
  if (named.length === 0) return t(markers(cluster) === 1 ? "alone" : "presence");
  return t("list", { list: format.list(named), n: named.length });
}

/** Decisions about marks that nobody made, which were not taken: they belong to no cluster, so they stand here. */
function OtherUnsaved({ session, naming }: { session: AdjudicationSession; naming: Naming }) {
  const waiting = useAdjudication(session, (state) => state.waiting);
  return [...waiting].filter(([subject, one]) => subject.startsWith("added ") && one.state !== "sending").map(([subject, one]) => <UnsavedBox key={subject} session={session} waiting={one} naming={naming} />);
}
