import { TableScroll } from "@/components/ui/table-scroll";
import { Tag } from "@/components/ui/tag";
import type { Waiting } from "@/lib/assignments/progress-waiting";
import type { Say } from "./say";

const NAMED = 4;

/** Who holds up whom: one row per person that others wait for. */
export function WaitingTable({ say: { t, format, longDay }, waiting, people }: { say: Say; waiting: readonly Waiting[]; people: ReadonlyMap<string, { name: string; left: boolean }> }) {
  const nameOf = (id: string): string => people.get(id)?.name ?? t("waiting.somebody");
  return (
    <TableScroll label={t("waiting.title")}>
      <table className="tb waiting-table">
        <caption className="vh">{t("waiting.title")}</caption>
        <thead><tr><th scope="col">{t("waiting.columns.person")}</th><th scope="col" className="r">{t("waiting.columns.articles")}</th><th scope="col">{t("waiting.columns.since")}</th><th scope="col">{t("waiting.columns.who")}</th></tr></thead>
        <tbody>
          {waiting.map((one) => (
            <tr key={one.memberId}>
              <th scope="row"><span className="wrap-any">{nameOf(one.memberId)}</span> {people.get(one.memberId)?.left && <Tag>{t("hasLeft")}</Tag>}</th>
              <td className="r num">{format.number(one.articles)}</td>
              <td className="nowrap">{longDay(one.since)}</td>
              <td className="wrap-any">
                {one.who.slice(0, NAMED).map((who) => t("waiting.waitsFor", { name: nameOf(who.memberId), n: who.articles })).join(", ")}
                {one.who.length > NAMED && ` ${t("waiting.andOthers", { n: one.who.length - NAMED })}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
