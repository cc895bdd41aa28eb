"use client";

import { useRef, useSyncExternalStore, type KeyboardEvent } from "react";
import { useTranslations } from "use-intl/react";
import { TableScroll } from "@/components/ui/table-scroll";
import type { Keeper } from "@/components/lesson-writing/keeper";
import { CRITERIA, LEVELS, totalOf, type Criterion, type Level } from "@/lib/lessons/rubric";
import type { GradeRow } from "@/lib/lessons/server/grades";

export type Points = { evidence: Level | null; reasoning: Level | null; comment: string };
type Place = { row: number; criterion: Criterion };
type Props = { pupils: readonly GradeRow[]; keepers: ReadonlyMap<string, Keeper<Points>>; chosen: string; onChoose: (memberId: string) => void };

const MOVES: Readonly<Record<string, readonly [number, number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** Pupils with what they did and their points. Arrows move between the cells, 0, 1 and 2 give points, Delete takes them back. */
export function PointsTable({ pupils, keepers, chosen, onChoose }: Props) {
  const t = useTranslations("lessonPoints");
  const table = useRef<HTMLTableElement>(null);
  const goTo = ({ row, criterion }: Place): void => {
    const cell = table.current?.querySelector<HTMLElement>(`[data-place="${row} ${criterion}"]`);
    if (!cell) return;
    onChoose(pupils[row]!.memberId);
    cell.focus();
  };
  const onKey = (event: KeyboardEvent, { row, criterion }: Place): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const keeper = keepers.get(pupils[row]!.memberId)!;
    const level = LEVELS.find((one) => String(one) === event.key);
    const move = MOVES[event.key];
    if (level !== undefined) keeper.write({ [criterion]: level });
    else if (event.key === "Delete" || event.key === "Backspace") keeper.write({ [criterion]: null });
    else if (move) goTo({ row: row + move[0], criterion: CRITERIA[CRITERIA.indexOf(criterion) + move[1]] ?? criterion });
    else return;
    event.preventDefault();
  };
  return (
    <TableScroll label={t("tableLabel")}>
      <table className="tb lpt-table" role="grid" ref={table} aria-label={t("tableLabel")}>
        <thead>
          <tr><th scope="col">{t("columns.pupil")}</th><th scope="col" className="r">{t("columns.handedIn")}</th><th scope="col" className="r">{t("columns.marks")}</th><th scope="col" className="r">{t("columns.reasons")}</th>{CRITERIA.map((one) => <th scope="col" className="c" key={one}>{t(`criteria.${one}`)}</th>)}<th scope="col" className="r">{t("columns.total")}</th></tr>
        </thead>
        <tbody>
          {pupils.map((pupil, row) => <Row key={pupil.memberId} {...{ pupil, row }} keeper={keepers.get(pupil.memberId)!} on={pupil.memberId === chosen} onChoose={() => onChoose(pupil.memberId)} onKey={onKey} />)}
        </tbody>
      </table>
    </TableScroll>
  );
}

function Row({ pupil, row, keeper, on, onChoose, onKey }: { pupil: GradeRow; row: number; keeper: Keeper<Points>; on: boolean; onChoose: () => void; onKey: (event: KeyboardEvent, place: Place) => void }) {
  const t = useTranslations("lessonPoints");
  const { value, standing } = useSyncExternalStore(keeper.watch, keeper.snapshot, keeper.snapshot);
  const unsaved = standing === "offline" || standing === "refused" || standing === "changed";
  return (
    <tr className={on ? "on" : undefined} aria-selected={on} onClick={onChoose}>
      <th scope="row"><span className="lpt-name">{pupil.pseudonym}</span>{unsaved && <span className="tag">{t("unsaved")}</span>}</th>
      <td className="r num">{t("of", { n: pupil.handedIn, of: pupil.articles })}</td>
      <td className="r num">{pupil.marks}</td>
      <td className="r num">{pupil.reasons}</td>
      {CRITERIA.map((criterion) => {
        const level = value[criterion];
        return (
          <td key={criterion} className="c num lpt-cell" role="gridcell" data-place={`${row} ${criterion}`} tabIndex={on ? 0 : -1} onFocus={onChoose} onKeyDown={(event) => onKey(event, { row, criterion })} aria-label={t("cell", { criterion: t(`criteria.${criterion}`), level: level === null ? t("notGiven") : t("levelOf", { n: level }) })}>
            {level ?? "–"}
          </td>
        );
      })}
      <td className="r num"><b>{totalOf(value) ?? "–"}</b></td>
    </tr>
  );
}
