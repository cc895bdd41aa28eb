import { useTranslations } from "use-intl/react";
import { TableScroll } from "@/components/ui/table-scroll";
import type { Outcome } from "@/lib/articles/reanchor/reanchor";

export type ShownMark = { spanId: string; open: boolean; annotator: string | null; target: string | null; outcome: Outcome; before: string | null; after: string | null };
export type ShownCounts = Record<Outcome, number>;

/** How many marks stay, move, are repaired, and lose their words. */
export function MarkCounts({ marks }: { marks: ShownCounts }) {
  const t = useTranslations("revisions.counts");
  return (
    <ul className="wrap num">
      <li>{t("exact", { n: marks.exact })}</li><li>{t("moved", { n: marks.moved })}</li><li>{t("repaired", { n: marks.repaired })}</li><li>{t("orphaned", { n: marks.orphaned })}</li>
    </ul>
  );
}

/** Marks that do not stand as they stood, with their old and new words. */
export function MovedMarks({ items }: { items: readonly ShownMark[] }) {
  const t = useTranslations("revisions.marks");
  return (
    <TableScroll label={t("label")}>
      <table className="tb">
        <thead><tr><th scope="col">{t("outcome")}</th><th scope="col">{t("before")}</th><th scope="col">{t("after")}</th><th scope="col">{t("target")}</th><th scope="col">{t("annotator")}</th></tr></thead>
        <tbody>
          {items.map((mark) => (
            <tr key={mark.spanId}>
              <td>{t(mark.outcome)}</td>
              <td dir="auto">{mark.open ? <span className="faint">{t("open")}</span> : <q>{mark.before}</q>}</td>
              <td dir="auto">{mark.open ? null : mark.after === null ? <span className="faint">{t("none")}</span> : mark.after === mark.before ? <span className="faint">{t("same")}</span> : <q>{mark.after}</q>}</td>
              <td dir="auto">{mark.target}</td><td dir="auto">{mark.annotator}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
