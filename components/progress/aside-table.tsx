import { Flag, SkipForward } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { TableScroll } from "@/components/ui/table-scroll";
import type { Counted } from "@/lib/articles/server/list-articles";
import type { AsidePage, AsideRow } from "@/lib/assignments/server/set-aside";
import { ASIDE, type Aside } from "@/lib/assignments/set-aside";
import { asideHref } from "./links";
import type { Say } from "./say";

type Props = { say: Say; projectId: string; page: AsidePage; kind: Aside | null; after: string | null; counts: Readonly<Record<Aside, Counted>> };

/** What annotators skipped or flagged, and what they say about it. */
export function AsideTable({ say, projectId, page, kind, after, counts }: Props) {
  const { t, capped } = say;
  return (
    <>
      <nav className="filter-links" aria-label={t("aside.which")}>
        <Link href={asideHref(projectId, null)} {...(kind === null ? { "aria-current": "true" as const } : {})}>{t("aside.all")}</Link>
        {ASIDE.map((one) => <Link key={one} href={asideHref(projectId, one)} {...(kind === one ? { "aria-current": "true" as const } : {})}>{t(`aside.kinds.${one}`)} <span className="num faint">{capped(counts[one])}</span></Link>)}
      </nav>
      {page.items.length === 0 ? (
        <EmptyState level={3} what={t(kind === null ? "aside.noneAtAll" : `aside.noneOf.${kind}`)} action={<Button size="small" href={asideHref(projectId, null)}>{t("aside.showAll")}</Button>} />
      ) : (
        <TableScroll label={t("aside.title")}>
          <table className="tb aside-table">
            <caption className="vh">{t("aside.title")}</caption>
            <thead><tr><th scope="col">{t("aside.columns.headline")}</th><th scope="col">{t(`people.one.${say.kind}`)}</th><th scope="col">{t("aside.columns.what")}</th><th scope="col">{t("aside.columns.since")}</th><th scope="col">{t("aside.columns.words")}</th></tr></thead>
            <tbody>{page.items.flatMap((item) => linesOf(item, kind).map((line) => <AsideLine key={`${item.assignmentId} ${line.kind}`} {...{ say, projectId, item, line }} />))}</tbody>
          </table>
        </TableScroll>
      )}
      {(page.next !== null || after !== null) && (
        <p className="wrap no-print">
          {after !== null && <Button size="small" href={asideHref(projectId, kind)}>{t("aside.beginning")}</Button>}
          {page.next !== null && <Button size="small" href={asideHref(projectId, kind, page.next)}>{t("aside.next")}</Button>}
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

function AsideLine({ say: { t, longDay }, projectId, item, line }: { say: Say; projectId: string; item: AsideRow; line: Line }) {
  return (
    <tr>
      <th scope="row" className="hl" dir="auto"><Link href={`/p/${projectId}/articles/${item.articleId}`}>{item.title}</Link></th>
      <td className="wrap-any">{item.name}</td>
      <td><span className="status nowrap"><Icon of={line.kind === "skipped" ? SkipForward : Flag} size="s" />{t(`aside.kinds.${line.kind}`)}</span></td>
      <td className="nowrap">{longDay(line.at.toISOString().slice(0, 10))}</td>
      <td className="wrap-any" dir="auto">{line.words === "" ? <span className="faint">{t("aside.noWords")}</span> : line.words}</td>
    </tr>
  );
}
