import { TableScroll } from "@/components/ui/table-scroll";
import { Tag } from "@/components/ui/tag";
import type { Waiting } from "@/lib/assignments/progress-waiting";
import { longDay } from "@/lib/assignments/progress-words";
import { counted } from "@/lib/figures/numbers";

const NAMED = 4;

/** Who holds up whom: one row per person that others wait for. */
export function WaitingTable({ waiting, people, today }: { waiting: readonly Waiting[]; people: ReadonlyMap<string, { name: string; left: boolean }>; today: string }) {
  const nameOf = (id: string): string => people.get(id)?.name ?? "somebody";
  return (
    <TableScroll label="Who waits for whom">
      <table className="tb waiting-table">
        <caption className="vh">Who waits for whom</caption>
        <thead><tr><th scope="col">Waited for</th><th scope="col" className="r">Articles</th><th scope="col">Since</th><th scope="col">Who has submitted and waits</th></tr></thead>
        <tbody>
          {waiting.map((one) => (
            <tr key={one.memberId}>
              <th scope="row"><span className="wrap-any">{nameOf(one.memberId)}</span> {people.get(one.memberId)?.left && <Tag>has left</Tag>}</th>
              <td className="r num">{one.articles.toLocaleString("en-GB")}</td>
              <td className="nowrap">{longDay(one.since, today)}</td>
              <td className="wrap-any">
                {one.who.slice(0, NAMED).map((who) => `${nameOf(who.memberId)} for ${who.articles.toLocaleString("en-GB")}`).join(", ")}
                {one.who.length > NAMED && ` and ${counted(one.who.length - NAMED, "other")}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
