import { Download } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { TableScroll } from "@/components/ui/table-scroll";
import { type AgreementFigure, FIGURE_FORMATS } from "@/lib/exchange/agreement-names";
import { type AgreementPlace, fileHref } from "./links";
import type { Say } from "./say";

/** One part of the page: its title, what it shows, and its files. */
export function FigureSection({ say: { t }, place, of, title, sub, children }: { say: Say; place: AgreementPlace; of: AgreementFigure | null; title: string; sub?: string; children: ReactNode }) {
  return (
    <section className="ag-sect">
      <div className="ag-sect-h">
        <h2>{title}</h2>
        {of !== null && (
          <span className="ag-files">
            <Icon of={Download} size="s" />
            {FIGURE_FORMATS.map((format) => <a key={format} className="link" href={fileHref(place, of, format)} download aria-label={t("file.as", { title, format: t(`file.${format}`) })}>{t(`file.${format}`)}</a>)}
          </span>
        )}
      </div>
      {sub !== undefined && <p className="sub">{sub}</p>}
      {children}
    </section>
  );
}

/** The values of a figure as a table, folded away. `label` names the table and its box. */
export function FoldedTable({ say: { t }, label, head, children }: { say: Say; label: string; head: ReactNode; children: ReactNode }) {
  return (
    <details className="numbers">
      <summary aria-label={`${t("file.table")}: ${label}`}>{t("file.table")}</summary>
      <TableScroll label={label}>
        <table className="tb ag-table">
          <caption className="vh">{label}</caption>
          <thead><tr>{head}</tr></thead>
          <tbody>{children}</tbody>
        </table>
      </TableScroll>
    </details>
  );
}
