import Link from "next/link";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { TableScroll } from "@/components/ui/table-scroll";
import { ARTICLE_PROGRESS, type ArticleProgressState } from "@/lib/assignments/progress";
import type { ArticleProgressPage, OpenWork } from "@/lib/assignments/server/progress-articles";
import type { Counted } from "@/lib/articles/server/list-articles";
import { listHref } from "./links";
import type { Say } from "./say";
import { StateBar } from "./state-mark";

type Props = { say: Say; projectId: string; page: ArticleProgressPage; state: ArticleProgressState | null; after: string | null; counts: Readonly<Record<ArticleProgressState, Counted>>; today: string };

/** Article by article: how many submitted, and who has not. */
export function ArticleTable({ say, projectId, page, state, after, counts, today }: Props) {
  const { t, capped } = say;
  return (
    <>
      <nav className="filter-links" aria-label={t("articles.which")}>
        <Link href={listHref(projectId, null)} {...(state === null ? { "aria-current": "true" as const } : {})}>{t("articles.all")}</Link>
        {ARTICLE_PROGRESS.map((one) => <Link key={one} href={listHref(projectId, one)} {...(state === one ? { "aria-current": "true" as const } : {})}>{t(`articles.states.${one}`)} <span className="num faint">{capped(counts[one])}</span></Link>)}
      </nav>
      {page.items.length === 0 ? (
        <EmptyState level={3} what={after === null ? t("articles.none") : t("articles.noMore")} action={<Button size="small" href={listHref(projectId, null)}>{t("articles.showAll")}</Button>} />
      ) : (
        <TableScroll label={t("articles.title")}>
          <table className="tb progress-articles">
            <caption className="vh">{t("articles.title")}</caption>
            <thead><tr><th scope="col">{t("articles.columns.headline")}</th><th scope="col" className="outlet">{t("articles.columns.outlet")}</th><th scope="col" className="bar-col">{t("articles.columns.work")}</th><th scope="col" className="r">{t("articles.columns.submitted")}</th><th scope="col">{t("articles.columns.open")}</th></tr></thead>
            <tbody>
              {page.items.map((item) => {
                const [returned, begun] = [item.open.filter((one) => one.state === "returned").length, item.open.filter((one) => one.state === "in_progress").length];
                const work = { submitted: item.submitted, returned, inProgress: begun, assigned: item.assigned - item.submitted - returned - begun };
                return (
                  <tr key={item.articleId}>
                    <th scope="row" className="hl" dir="auto"><Link href={`/p/${projectId}/articles/${item.articleId}`}>{item.title}</Link></th>
                    <td className="wrap-any outlet">{item.outlet ?? <span className="faint">{t("articles.unknown")}</span>}</td>
                    <td className="bar-col"><StateBar say={say} work={work} most={item.assigned} of={item.title} width={64} /></td>
                    <td className="r num nowrap">{t("articles.ofAll", { n: item.submitted, of: item.assigned })}</td>
                    <td className="wrap-any">{item.open.length === 0 ? <span className="faint">{t("articles.nobody")}</span> : <OpenWith say={say} open={item.open} all={item.assigned - item.submitted} today={today} />}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </TableScroll>
      )}
      {(page.next !== null || after !== null) && (
        <p className="wrap no-print">
          {after !== null && <Button size="small" href={listHref(projectId, state)}>{t("articles.beginning")}</Button>}
          {page.next !== null && <Button size="small" href={listHref(projectId, state, page.next)}>{t("articles.next")}</Button>}
        </p>
      )}
    </>
  );
}

const NAMED = 4;

function OpenWith({ say: { t, longDay }, open, all, today }: { say: Say; open: readonly OpenWork[]; all: number; today: string }) {
  const words = (one: OpenWork): string =>
    [one.name, one.left ? t("hasLeft") : one.locked ? t("locked") : one.state === "in_progress" ? t("articles.begun") : one.state === "returned" ? t("articles.returned") : null, one.dueOn !== null && one.dueOn < today ? t("articles.due", { day: longDay(one.dueOn) }) : null].filter((word) => word !== null).join(", ");
  return <>{open.slice(0, NAMED).map(words).join("; ")}{all > NAMED && ` ${t("articles.more", { n: all - NAMED })}`}</>;
}
