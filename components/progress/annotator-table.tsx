import { Lock } from "lucide-react";
import { Icon } from "@/components/ui/icon";
import { TableScroll } from "@/components/ui/table-scroll";
import { Tag } from "@/components/ui/tag";
import { allOf } from "@/lib/assignments/progress";
import { longDay } from "@/lib/assignments/progress-words";
import type { AnnotatorProgress, Score } from "@/lib/assignments/server/progress-read";
import { PlaceCells, PlaceHeads, StateBar } from "./state-mark";
import { LATE, type People } from "./words";

type Props = { annotators: readonly AnnotatorProgress[]; today: string; people: People; isClass: boolean; seesGold: boolean };

/** Everybody's part. In a class scores of practice are words, not numbers. */
export function AnnotatorTable({ annotators, today, people, isClass, seesGold }: Props) {
  const most = Math.max(...annotators.map(allOf));
  const practice = annotators.some((one) => one.passed !== null || one.practiceScore !== null || allOf(one.practice) > 0);
  const gold = seesGold && !isClass && annotators.some((one) => one.gold !== null);
  return (
    <TableScroll label={`Work per ${people.one}`}>
      <table className="tb progress-table">
        <caption className="vh">Work per {people.one}</caption>
        <thead>
          <tr>
            <th scope="col">{people.One}</th><th scope="col" className="bar-col">Work</th><PlaceHeads />
            {practice && <th scope="col">Practice</th>}{gold && <th scope="col" className="r">Gold</th>}
            <th scope="col" className="r">A day</th><th scope="col" className="r">Last submitted</th>
          </tr>
        </thead>
        <tbody>
          {annotators.map((one) => (
            <tr key={one.memberId}>
              <th scope="row"><span className="wrap-any">{one.name}</span> {one.left && <Tag>has left</Tag>} {one.overdue && <Tag title={`The first was due on ${longDay(one.overdue.since, today)}`}>{LATE(one.overdue.n)}</Tag>}</th>
              <td className="bar-col"><StateBar work={one} most={most} of={one.name} /></td>
              <PlaceCells work={one} />
              {practice && <td><Practice one={one} isClass={isClass} /></td>}
              {gold && <td className="r num">{one.gold ? <>{one.gold.score.toFixed(2)} <span className="faint">of {one.gold.n}</span></> : <span className="faint">–</span>}</td>}
              <td className="r num">{one.pace === null ? <span className="faint">–</span> : one.pace.toFixed(1)}</td>
              <td className="r num">{one.lastDay === null ? <span className="faint">never</span> : longDay(one.lastDay, today)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

const scoreText = (score: Score): string => score.score.toFixed(2);

function Practice({ one, isClass }: { one: AnnotatorProgress; isClass: boolean }) {
  const score = one.practiceScore && !isClass ? scoreText(one.practiceScore) : null;
  const outcome = one.passed === null ? null : one.passed ? "passed" : "not passed yet";
  const open = allOf(one.practice) - one.practice.submitted;
  const words = [score, outcome ?? (open > 0 ? `${open} to practise` : null)].filter((word) => word !== null).join(", ");
  if (words === "" && !one.locked) return <span className="faint">–</span>;
  return <span className="nowrap">{words}{one.locked && <span className="status" title="The rest of the work opens once the practice is passed"> <Icon of={Lock} size="s" />locked</span>}</span>;
}
