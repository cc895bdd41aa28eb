import Link from "next/link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { TableScroll } from "@/components/ui/table-scroll";
import type { ClassCounts } from "@/lib/agreement/report";
import type { Say } from "./say";

/** What a class marked alike, in counts: never a coefficient. */
export function ClassPage({ say: { t, format }, projectId, counts }: { say: Say; projectId: string; counts: ClassCounts }) {
  if (counts.articles.length === 0) return <div className="page"><EmptyState size="page" level={1} what={t("class.none")} why={t("class.noneWhy")} /></div>;
  const heads = ["submitted", "marks", "places", "several", "same"] as const;
  return (
    <div className="page">
      <PageHead title={t("class.title")} sub={t("class.sub")} />
      <TableScroll label={t("class.title")}>
        <table className="tb ag-class">
          <caption className="vh">{t("class.title")}</caption>
          <thead><tr><th scope="col">{t("class.article")}</th>{heads.map((head) => <th key={head} scope="col" className="r">{t(`class.${head}`)}</th>)}</tr></thead>
          <tbody>
            {counts.articles.map((one) => (
              <tr key={one.articleId}>
                <th scope="row" className="hl"><Link prefetch={false} href={`/p/${projectId}/articles/${one.articleId}`}>{one.title}</Link></th>
                {[one.submitted, one.spans, one.places, one.placesOfSeveral, one.sameFraming].map((n, index) => <td key={index} className="r num">{format.number(n)}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </div>
  );
}
