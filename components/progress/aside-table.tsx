import { Flag, SkipForward } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { TableScroll } from "@/components/ui/table-scroll";
import type { Counted } from "@/lib/articles/server/list-articles";
import { longDay } from "@/lib/assignments/progress-words";
import type { AsidePage, AsideRow } from "@/lib/assignments/server/set-aside";
import { ASIDE, type Aside } from "@/lib/assignments/set-aside";
import { asideHref } from "./links";
import { capped, type People } from "./words";

const NAMES: Readonly<Record<Aside, string>> = { skipped: "Skipped", flagged: "Flagged" };
type Props = { projectId: string; page: AsidePage; kind: Aside | null; after: string | null; counts: Readonly<Record<Aside, Counted>>; people: People; today: string };

/** What annotators skipped or flagged, and what they say about it. */
export function AsideTable({ projectId, page, kind, after, counts, people, today }: Props) {
  return (
    <>
      <nav className="filter-links" aria-label="Skipped or flagged">
        <Link href={asideHref(projectId, null)} {...(kind === null ? { "aria-current": "true" as const } : {})}>All</Link>
        {ASIDE.map((one) => <Link key={one} href={asideHref(projectId, one)} {...(kind === one ? { "aria-current": "true" as const } : {})}>{NAMES[one]} <span className="num faint">{capped(counts[one])}</span></Link>)}
      </nav>
      {page.items.length === 0 ? (
        <EmptyState level={3} what={kind === null ? "Nothing is skipped or flagged" : `Nothing is ${kind}`} action={<Button size="small" href={asideHref(projectId, null)}>Show all</Button>} />
      ) : (
        <TableScroll label="Skipped and flagged">
          <table className="tb aside-table">
            <caption className="vh">Skipped and flagged</caption>
            <thead><tr><th scope="col">Headline</th><th scope="col">{people.One}</th><th scope="col">What</th><th scope="col">Since</th><th scope="col">In their words</th></tr></thead>
            <tbody>{page.items.flatMap((item) => linesOf(item, kind).map((line) => <AsideLine key={`${item.assignmentId} ${line.kind}`} {...{ projectId, item, line, today }} />))}</tbody>
          </table>
        </TableScroll>
      )}
      {(page.next !== null || after !== null) && (
        <p className="wrap no-print">
          {after !== null && <Button size="small" href={asideHref(projectId, kind)}>From the beginning</Button>}
          {page.next !== null && <Button size="small" href={asideHref(projectId, kind, page.next)}>Next 50</Button>}
        </p>
      )}
    </>
  );
}

type Line = { kind: Aside; at: Date; words: string };

/** What is both skipped and flagged has a line for each, for the words differ. */
function linesOf({ skippedAt, skipReason, flaggedAt, flagNote }: AsideRow, kind: Aside | null): Line[] {
  const lines: Line[] = [];
  if (skippedAt !== null && kind !== "flagged") lines.push({ kind: "skipped", at: skippedAt, words: skipReason });
  if (flaggedAt !== null && kind !== "skipped") lines.push({ kind: "flagged", at: flaggedAt, words: flagNote });
  return lines;
}

function AsideLine({ projectId, item, line, today }: { projectId: string; item: AsideRow; line: Line; today: string }) {
  return (
    <tr>
      <th scope="row" className="hl" dir="auto"><Link href={`/p/${projectId}/articles/${item.articleId}`}>{item.title}</Link></th>
      <td className="wrap-any">{item.name}</td>
      <td><span className="status nowrap"><Icon of={line.kind === "skipped" ? SkipForward : Flag} size="s" />{NAMES[line.kind]}</span></td>
      <td className="nowrap">{longDay(line.at.toISOString().slice(0, 10), today)}</td>
      <td className="wrap-any" dir="auto">{line.words === "" ? <span className="faint">no words</span> : line.words}</td>
    </tr>
  );
}
