"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { CLUSTER_STATES } from "@/lib/adjudication/cluster";
import { isNarrowed, QUEUE_SORTS, QUEUE_STATUSES, type QueueQuery, writeQueueQuery } from "./query";

export type Named = { readonly id: string; readonly name: string };
/** More pairs than these make no list. */
const MOST_ANNOTATORS = 12;

/** What of the articles to settle is shown, and in which order. */
export function QueueFilters({ path, query, targets, labels, annotators }: { path: string; query: QueueQuery; targets: readonly Named[]; labels: readonly Named[]; annotators: readonly Named[] }) {
  const router = useRouter();
  const t = useTranslations("adjudicate");
  const [pending, start] = useTransition();
  const go = (change: Partial<QueueQuery>): void => start(() => router.push(`${path}${writeQueueQuery({ ...query, cursor: undefined, ...change })}`));
  const pairs = annotators.length > MOST_ANNOTATORS ? [] : annotators.flatMap((one, i) => annotators.slice(i + 1).map((other) => ({ value: `${one.id}~${other.id}`, label: `${one.name} – ${other.name}`, pair: [one.id, other.id] as const })));
  const any = (label: string) => ({ value: "", label });
  const named = (all: readonly Named[]) => all.map(({ id, name }) => ({ value: id, label: name }));
  const chosen = (value: string): string | undefined => (value === "" ? undefined : value);
  return (
    <form className="filters" role="search" aria-label={t("filters.label")} aria-busy={pending} onSubmit={(event) => event.preventDefault()}>
      <Select label={t("columns.state")} hideLabel size="small" value={query.status} onChange={(event) => go({ status: QUEUE_STATUSES.find((one) => one === event.target.value) ?? "open" })} options={QUEUE_STATUSES.map((value) => ({ value, label: t(`filters.statuses.${value}`) }))} />
      <Select label={t("filters.state")} hideLabel size="small" value={query.state ?? ""} onChange={(event) => go({ state: CLUSTER_STATES.find((one) => one === event.target.value) })} options={[any(t("filters.anyState")), ...CLUSTER_STATES.map((value) => ({ value, label: t(`clusterStates.${value}`) }))]} />
      <Select label={t("filters.target")} hideLabel size="small" value={query.target ?? ""} onChange={(event) => go({ target: chosen(event.target.value) })} options={[any(t("filters.anyTarget")), ...named(targets)]} />
      {pairs.length > 0 && <Select label={t("filters.pair")} hideLabel size="small" value={query.pair?.join("~") ?? ""} onChange={(event) => go({ pair: pairs.find(({ value }) => value === event.target.value)?.pair })} options={[any(t("filters.anyPair")), ...pairs]} />}
      {labels.length > 0 && <Select label={t("filters.label2")} hideLabel size="small" value={query.label ?? ""} onChange={(event) => go({ label: chosen(event.target.value) })} options={[any(t("filters.anyLabel")), ...named(labels)]} />}
      <Select label={t("filters.gap")} hideLabel size="small" value={query.gap ? "1" : ""} onChange={(event) => go({ gap: event.target.value === "1" || undefined })} options={[any(t("filters.anyGap")), { value: "1", label: t("filters.withGap") }]} />
      <Select label={t("filters.mine")} hideLabel size="small" value={query.mine ? "1" : ""} onChange={(event) => go({ mine: event.target.value === "1" || undefined })} options={[any(t("filters.anybody")), { value: "1", label: t("filters.onlyMine") }]} />
      <span className="push wrap">
        {isNarrowed(query) && <Button look="quiet" size="small" href={`${path}${writeQueueQuery({ sort: query.sort, status: "open" })}`}>{t("none.clear")}</Button>}
        <Select label={t("filters.order")} hideLabel size="small" value={query.sort} onChange={(event) => go({ sort: QUEUE_SORTS.find((one) => one === event.target.value) ?? "disagreement" })} options={QUEUE_SORTS.map((value) => ({ value, label: t(`filters.sorts.${value}`) }))} />
      </span>
    </form>
  );
}
