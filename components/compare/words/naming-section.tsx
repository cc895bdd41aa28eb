import { TableScroll } from "@/components/ui/table-scroll";
import { requestTranslator } from "@/components/words/request-words";
import type { NamingReport } from "@/lib/compare/words/report";
import { WordFiles } from "./files";
import { namingFileHref, type WordsAt } from "./links";

/** How each outlet names each target: a table for each target, a row for each name, a column for each outlet. */
export async function NamingSection({ at, naming: { outlets, targets } }: { at: WordsAt; naming: NamingReport }) {
  const t = await requestTranslator("compareWords.naming");
  return (
    <section className="ag-sect" id="naming">
      <div className="ag-sect-h"><h2>{t("title")}</h2>{targets.length > 0 && <WordFiles files={[{ name: "CSV", href: namingFileHref(at) }]} label={(format) => t("file", { format })} />}</div>
      <p className="sub">{t(targets.length > 0 ? "sub" : "none")}</p>
      {targets.map(({ targetId, name: target, groups }) => (
        <div key={targetId} className="cw-target">
          <h3 dir="auto">{target}</h3>
          <TableScroll label={t("table", { target })}>
            <table className="tb cw-table">
              <caption className="vh">{t("table", { target })}</caption>
              <thead><tr><th scope="col">{t("name")}</th>{outlets.map(({ id, name }) => <th key={id} scope="col" className="num" dir="auto">{name}</th>)}</tr></thead>
              <tbody>
                {(groups[0]?.names ?? []).map(({ name, ambiguous }, row) => (
                  <tr key={name}>
                    <th scope="row"><span dir="auto">{name}</span>{ambiguous && <span className="x12 cw-ambiguous">{t("ambiguous")}</span>}</th>
                    {outlets.map(({ id }) => {
                      const use = groups.find(({ groupId }) => groupId === id)?.names[row];
                      return <td key={id} className="num">{use === undefined || use.n === 0 ? <span className="x12">{t("never")}</span> : <>{t("count", { n: use.n })} <span className="x12">{use.share === null ? t("rate", { n: use.perThousand }) : t("share", { share: use.share, n: use.perThousand })}</span></>}</td>;
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </TableScroll>
        </div>
      ))}
    </section>
  );
}
