import { Lock } from "lucide-react";
import { Icon } from "@/components/ui/icon";
import { TableScroll } from "@/components/ui/table-scroll";
import { Tag } from "@/components/ui/tag";
import { allOf } from "@/lib/assignments/progress";
import type { AnnotatorProgress } from "@/lib/assignments/server/progress-read";
import type { Say } from "./say";
import { PlaceCells, PlaceHeads, StateBar } from "./state-mark";

type Props = { say: Say; annotators: readonly AnnotatorProgress[]; seesGold: boolean };

/** Everybody's part. In a class scores of practice are words, not numbers. */
export function AnnotatorTable({ say, annotators, seesGold }: Props) {
  const { t, format, kind, longDay } = say;
  const isClass = kind === "class";
  const digits = (n: number, after: number): string => format.number(n, { minimumFractionDigits: after, maximumFractionDigits: after });
  const most = Math.max(...annotators.map(allOf));
  const practice = annotators.some((one) => one.passed !== null || one.practiceScore !== null || allOf(one.practice) > 0);
  const gold = seesGold && !isClass && annotators.some((one) => one.gold !== null);
  return (
    <TableScroll label={t(`people.label.${kind}`)}>
      <table className="tb progress-table">
        <caption className="vh">{t(`people.label.${kind}`)}</caption>
        <thead>
          <tr>
            <th scope="col">{t(`people.one.${kind}`)}</th><th scope="col" className="bar-col">{t("people.work")}</th><PlaceHeads say={say} />
            {practice && <th scope="col">{t("people.practice")}</th>}{gold && <th scope="col" className="r">{t("people.gold")}</th>}
            <th scope="col" className="r">{t("people.pace")}</th><th scope="col" className="r">{t("people.last")}</th>
          </tr>
        </thead>
        <tbody>
          {annotators.map((one) => (
            <tr key={one.memberId}>
              <th scope="row"><span className="wrap-any">{one.name}</span> {one.left && <Tag>{t("hasLeft")}</Tag>} {one.overdue && <Tag title={t("people.firstDue", { day: longDay(one.overdue.since) })}>{t("overdue", { n: one.overdue.n })}</Tag>}</th>
              <td className="bar-col"><StateBar say={say} work={one} most={most} of={one.name} /></td>
              <PlaceCells say={say} work={one} />
              {practice && <td><Practice say={say} one={one} /></td>}
              {gold && <td className="r num">{one.gold ? <>{digits(one.gold.score, 2)} <span className="faint">{t("people.ofGold", { n: one.gold.n })}</span></> : <span className="faint">–</span>}</td>}
              <td className="r num">{one.pace === null ? <span className="faint">–</span> : digits(one.pace, 1)}</td>
              <td className="r num">{one.lastDay === null ? <span className="faint">{t("people.never")}</span> : longDay(one.lastDay)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function Practice({ say: { t, format, kind }, one }: { say: Say; one: AnnotatorProgress }) {
  const score = one.practiceScore && kind !== "class" ? format.number(one.practiceScore.score, { minimumFractionDigits: 2, maximumFractionDigits: 2 }) : null;
  const outcome = one.passed === null ? null : t(one.passed ? "people.passed" : "people.notPassed");
  const open = allOf(one.practice) - one.practice.submitted;
  const words = [score, outcome ?? (open > 0 ? t("people.toPractise", { n: open }) : null)].filter((word) => word !== null).join(", ");
  if (words === "" && !one.locked) return <span className="faint">–</span>;
  return <span className="nowrap">{words}{one.locked && <span className="status" title={t("people.lockedTitle")}> <Icon of={Lock} size="s" />{t("locked")}</span>}</span>;
}
