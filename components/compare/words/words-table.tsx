import Link from "next/link";
import { TableScroll } from "@/components/ui/table-scroll";
import { requestTranslator } from "@/components/words/request-words";
import { CLEAR_Z, type OutletWords } from "@/lib/compare/words/report";
import { placesHref, type WordsAt } from "./links";

/** The words of every outlet with their numbers; each leads to its places. */
export async function WordsTable({ at, outlets }: { at: WordsAt; outlets: readonly OutletWords[] }) {
  const t = await requestTranslator("compareWords.table");
  return (
    <TableScroll label={t("label")}>
      <table className="tb cw-table">
        <caption className="vh">{t("label")}</caption>
        <thead><tr><th scope="col">{t("word")}</th><th scope="col" className="num">{t("n")}</th><th scope="col" className="num">{t("others")}</th><th scope="col" className="num">{t("rate")}</th><th scope="col" className="num">{t("otherRate")}</th><th scope="col" className="num">{t("z")}</th><th scope="col">{t("clear")}</th></tr></thead>
        {outlets.map(({ id, name, works, words, told }) => (
          <tbody key={id}>
            <tr className="cw-outlet"><th scope="rowgroup" colSpan={7}><span dir="auto">{name}</span> <span className="x12">{t("size", { works, words })}</span></th></tr>
            {told.length === 0 && <tr><td colSpan={7} className="sub">{t("none")}</td></tr>}
            {told.map(({ word, n, others, perThousand, othersPerThousand, z }) => (
              <tr key={word}>
                <th scope="row" dir="auto"><Link prefetch={false} href={placesHref(at, word, id)}>{word}</Link></th>
                <td className="num">{t("count", { n })}</td>
                <td className="num">{t("count", { n: others })}</td>
                <td className="num">{t("perThousand", { n: perThousand })}</td>
                <td className="num">{t("perThousand", { n: othersPerThousand })}</td>
                <td className="num">{t("perThousand", { n: z })}</td>
                <td className="x12">{z >= CLEAR_Z ? t("isClear") : t("isNot")}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </TableScroll>
  );
}
