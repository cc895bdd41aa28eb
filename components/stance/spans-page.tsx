import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import type { SpansBehind } from "@/lib/stance/behind";
import type { MarksQuery } from "@/lib/stance/marks-query";
import { NO_ONE } from "@/lib/stance/sums";
import { backHref, type StancePlace, worksHref } from "./links";
import type { Say } from "./say";
import { SpanList } from "./span-list";

type Props = { say: Say; place: StancePlace; query: MarksQuery; names: { whose: string; target: string; coder: string | null }; list: SpansBehind; first: boolean; shown: string | undefined; here: Readonly<Record<string, string>> };

/** The page behind a number: which spans it counts. */
export function SpansPage({ say, place, query, names, list, first, shown, here }: Props) {
  const { t, card } = say;
  const more = list.next === null ? null : `?${new URLSearchParams({ ...here, cursor: list.next }).toString()}`;
  const coder = query.coderId === null ? "none" : query.coderId === NO_ONE ? card("works.nobody") : (names.coder ?? "none");
  return (
    <div className="page">
      <PageHead
        title={t("whoseOn", names)}
        facts={t("spans.facts", { n: list.total })}
        acts={<><Button size="small" href={backHref(place, shown)}>{t("spans.back")}</Button>{place.whose !== null && <Button size="small" href={worksHref(place, place.whose)}>{t("spans.works")}</Button>}</>}
        sub={t("spans.sub", { framed: t(`spans.framed.${query.framing ?? "every"}`), said: t(`spans.said.${saidOf(query)}`), coder })}
      />
      {list.items.length === 0 && <EmptyState what={t("spans.none")} why={t("spans.noneWhy")} />}
      <SpanList say={say} projectId={place.projectId} items={list.items} />
      {(more !== null || !first) && (
        <nav className="wrap" aria-label={t("spans.pages")}>
          {!first && <Button href={`?${new URLSearchParams(here).toString()}`}>{t("spans.first")}</Button>}
          {more !== null && <Button href={more}>{t("spans.more")}</Button>}
        </nav>
      )}
    </div>
  );
}

function saidOf({ voice, choice }: MarksQuery) {
  const said = voice ?? (choice.voice === "all" ? "chosen" : choice.voice);
  return said === "own" && choice.by === "publisher" ? "publisher" : said;
}
