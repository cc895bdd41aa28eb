import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import type { SpansBehind } from "@/lib/stance/server/spans-behind";
import type { SpanQuery } from "@/lib/stance/span-query";
import { say } from "./say";
import { SpanList } from "./span-list";

type Props = { projectId: string; query: SpanQuery; names: { whose: string; target: string }; list: SpansBehind; first: boolean };

/** The page behind a number: which spans it counts. */
export async function SpansPage({ projectId, query, names, list, first }: Props) {
  const { t } = await say();
  const given = Object.entries(query).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []));
  const more = list.next === null ? null : `?${new URLSearchParams([...given, ["cursor", list.next]]).toString()}`;
  const back = new URLSearchParams({ by: query.by, target: query.targetId, outlet: query.outletId ?? query.publisherId ?? query.workId ?? "" }).toString();
  return (
    <div className="page">
      <PageHead
        title={t("whoseOn", names)}
        facts={t("spans.facts", { n: list.total })}
        acts={<Button size="small" href={`/p/${projectId}/stance?${back}`}>{t("spans.back")}</Button>}
        sub={t("spans.sub", { framed: t(`spans.framed.${query.framing ?? "every"}`), said: t(`spans.said.${voiceOf(query)}`) })}
      />
      {list.items.length === 0 && <EmptyState what={t("spans.none")} why={t("spans.noneWhy")} />}
      <SpanList t={t} projectId={projectId} items={list.items} />
      {(more !== null || !first) && (
        <nav className="wrap" aria-label={t("spans.pages")}>
          {!first && <Button href={`?${new URLSearchParams(given).toString()}`}>{t("spans.first")}</Button>}
          {more !== null && <Button href={more}>{t("spans.more")}</Button>}
        </nav>
      )}
    </div>
  );
}

const voiceOf = ({ voice, by }: SpanQuery) => (voice === "own" && by === "publisher" ? "publisher" : (voice ?? "every"));
