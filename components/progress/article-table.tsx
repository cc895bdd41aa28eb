import Link from "next/link";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { TableScroll } from "@/components/ui/table-scroll";
import { ARTICLE_PROGRESS, type ArticleProgressState } from "@/lib/assignments/progress";
import { longDay } from "@/lib/assignments/progress-words";
import type { ArticleProgressPage, OpenWork } from "@/lib/assignments/server/progress-articles";
import type { Counted } from "@/lib/articles/server/list-articles";
import { listHref } from "./links";
import { StateBar } from "./state-mark";
import { capped } from "./words";

const NAMES: Readonly<Record<ArticleProgressState, string>> = { waiting: "Some wait", done: "All submitted", untouched: "None submitted" };
type Props = { projectId: string; page: ArticleProgressPage; state: ArticleProgressState | null; after: string | null; counts: Readonly<Record<ArticleProgressState, Counted>>; today: string };

/** Article by article: how many submitted, and who has not. */
export function ArticleTable({ projectId, page, state, after, counts, today }: Props) {
  return (
    <>
      <nav className="filter-links" aria-label="Which articles">
        <Link href={listHref(projectId, null)} {...(state === null ? { "aria-current": "true" as const } : {})}>All</Link>
        {ARTICLE_PROGRESS.map((one) => <Link key={one} href={listHref(projectId, one)} {...(state === one ? { "aria-current": "true" as const } : {})}>{NAMES[one]} <span className="num faint">{capped(counts[one])}</span></Link>)}
      </nav>
      {page.items.length === 0 ? (
        <EmptyState level={3} what={after === null ? "No article is at this point" : "There are no more articles"} action={<Button size="small" href={listHref(projectId, null)}>Show all articles</Button>} />
      ) : (
        <TableScroll label="Article by article">
          <table className="tb progress-articles">
            <caption className="vh">Article by article</caption>
            <thead><tr><th scope="col">Headline</th><th scope="col" className="outlet">Outlet</th><th scope="col" className="bar-col">Work</th><th scope="col" className="r">Submitted</th><th scope="col">Open with</th></tr></thead>
            <tbody>
              {page.items.map((item) => {
                const [returned, begun] = [item.open.filter((one) => one.state === "returned").length, item.open.filter((one) => one.state === "in_progress").length];
                const work = { submitted: item.submitted, returned, inProgress: begun, assigned: item.assigned - item.submitted - returned - begun };
                return (
                  <tr key={item.articleId}>
                    <th scope="row" className="hl" dir="auto"><Link href={`/p/${projectId}/articles/${item.articleId}`}>{item.title}</Link></th>
                    <td className="wrap-any outlet">{item.outlet ?? <span className="faint">unknown</span>}</td>
                    <td className="bar-col"><StateBar work={work} most={item.assigned} of={item.title} width={64} /></td>
                    <td className="r num nowrap">{item.submitted} of {item.assigned}</td>
                    <td className="wrap-any">{item.open.length === 0 ? <span className="faint">nobody</span> : <OpenWith open={item.open} all={item.assigned - item.submitted} today={today} />}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </TableScroll>
      )}
      {(page.next !== null || after !== null) && (
        <p className="wrap no-print">
          {after !== null && <Button size="small" href={listHref(projectId, state)}>From the beginning</Button>}
          {page.next !== null && <Button size="small" href={listHref(projectId, state, page.next)}>Next 50 articles</Button>}
        </p>
      )}
    </>
  );
}

const NAMED = 4;

function OpenWith({ open, all, today }: { open: readonly OpenWork[]; all: number; today: string }) {
  const words = (one: OpenWork): string =>
    [one.name, one.left ? "has left" : one.locked ? "locked" : one.state === "in_progress" ? "in progress" : one.state === "returned" ? "returned" : null, one.dueOn !== null && one.dueOn < today ? `due ${longDay(one.dueOn, today)}` : null].filter((word) => word !== null).join(", ");
  return <>{open.slice(0, NAMED).map(words).join("; ")}{all > NAMED && ` and ${all - NAMED} more`}</>;
}
