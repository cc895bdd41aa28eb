import { TableScroll } from "@/components/ui/table-scroll";
import { requestTranslator } from "@/components/words/request-words";

const COLUMNS = ["article", "annotator", "target", "value", "title", "outlet", "publisher", "genre", "date", "blind"] as const;
const NEEDED: readonly string[] = ["article", "annotator", "target", "value"];

/** The columns that a table of judgements has, and may have. */
export async function TableColumns() {
  const t = await requestTranslator("judgementTable");
  return (
    <div className="sect">
      <h2>{t("columns")}</h2>
      <TableScroll label={t("columns")}>
        <table className="tb">
          <thead><tr><th scope="col">{t("column")}</th><th scope="col">{t("holds")}</th><th scope="col">{t("needed")}</th></tr></thead>
          <tbody>{COLUMNS.map((name) => <tr key={name}><th scope="row"><code>{name}</code></th><td>{t(`of.${name}`)}</td><td>{NEEDED.includes(name) ? t("yes") : t("no")}</td></tr>)}</tbody>
        </table>
      </TableScroll>
    </div>
  );
}
