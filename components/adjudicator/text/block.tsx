"use client";

import { Fragment, memo, type ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { Masked } from "@/components/articles/masked";
import { classNames } from "@/components/ui/class-names";
import { GLYPH_CLASS } from "@/components/ui/framing-glyph";
import type { IdRange } from "@/lib/annotations/segments";
import { LookIcon } from "../look-icon";
import { lookOf } from "../state/look";
import { type Run, runsOf } from "../state/runs";
import type { BlockData, ShownCluster } from "../types";

/** What a block is drawn from. Whatever did not change keeps its identity, so that only blocks with news are drawn again. */
export type BlockProps = {
  readonly block: BlockData;
  readonly ranges: readonly IdRange[] | undefined;
  readonly settled: readonly IdRange[] | undefined;
  /** The clusters over it, in order. */
  readonly clusters: readonly ShownCluster[];
  /** The one of them that is looked at. */
  readonly currentKey: string | null;
  readonly draft: readonly { readonly start: number; readonly end: number }[] | undefined;
  readonly words: (start: number, end: number) => string;
};

const CLASSES: Partial<Record<BlockData["kind"], string>> = { heading: "h", caption: "cap", byline: "by", list_item: "li", quotation: "quote", embed: "quote" };

/** One block of the article with its clusters. Its words cannot be changed, only selected. */
export const Block = memo(function Block({ block, ranges, settled, clusters, currentKey, draft, words }: BlockProps) {
  const t = useTranslations("adjudicate");
  const byKey = new Map(clusters.map((cluster) => [cluster.key, cluster]));
  const content = runsOf(block, ranges, settled, draft).map((run) => {
    const cluster = run.key === null ? undefined : byKey.get(run.key);
    const now = run.key !== null && run.key === currentKey;
    return (
      <Fragment key={run.start}>
        {cluster?.start === run.start && <Sign cluster={cluster} now={now} label={t("gutter", { n: cluster.number, look: t(`lookNames.${signOf(cluster)}`) })} />}
        <RunView run={run} cluster={cluster} now={now}><Masked text={words(run.start, run.end)} /></RunView>
      </Fragment>
    );
  });
  return block.kind === "headline" ? <h1 dir="auto">{content}</h1> : <p className={classNames("p", CLASSES[block.kind])} dir="auto">{content}</p>;
});

/** How a cluster stands, told apart once more when it is decided that nothing does. */
export const signOf = (cluster: ShownCluster) => (lookOf(cluster) === "decided" && cluster.decision?.outcome === "rejected" ? "rejected" : lookOf(cluster));

function RunView({ run, cluster, now, children }: { run: Run; cluster: ShownCluster | undefined; now: boolean; children: ReactNode }) {
  const at = { "data-at": run.start };
  const [framing, ...others] = run.framings;
  if (cluster === undefined && framing === undefined && !run.drafted) return <span {...at}>{children}</span>;
  const look = cluster && lookOf(cluster);
  const hue = framing === undefined ? undefined : others.length > 0 ? "m deep" : `m own ${GLYPH_CLASS[framing]}`;
  const underlined = run.framings.reduce<ReactNode>((inside, one, lane) => <span className={classNames("u", GLYPH_CLASS[one], `l${Math.min(lane + 1, 3)}`)}>{inside}</span>, children);
  return (
    <mark {...at} {...(cluster ? { "data-c": cluster.key } : {})} className={classNames("cl", look, look === "decided" && cluster?.decision?.outcome === "rejected" && "nothing", hue, now && "now", run.drafted && "drafted")}>
      {underlined}
    </mark>
  );
}

/** In the gutter, on the line where the cluster begins. Its place in the line is what a browser gives to something out of flow. */
function Sign({ cluster, now, label }: { cluster: ShownCluster; now: boolean; label: string }) {
  const look = signOf(cluster);
  return (
    <button type="button" className={classNames("gut num", look, now && "now")} aria-label={label} title={label} tabIndex={now ? 0 : -1} {...(now ? { "aria-current": "true" as const } : {})} data-c={cluster.key} data-sign="">
      <LookIcon look={look} /><span>{cluster.number}</span>
    </button>
  );
}
