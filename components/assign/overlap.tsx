"use client";

import { useTranslations } from "use-intl/react";
import type { Preview, PreviewPerson } from "@/lib/assignments/plan/preview";

const STEPS = 5;

/** How many articles each pair of people shares: numbers on the ink ramp, a dashed cell for none. */
export function Overlap({ overlap, people }: { overlap: NonNullable<Preview["overlap"]>; people: readonly PreviewPerson[] }) {
  const { min, max, none, table } = overlap;
  const t = useTranslations("assign.plan");
  const words = max === 0 ? t("noPair") : min === max ? t("pairs", { max, none }) : t("pairsRange", { min, max, none });
  const step = (n: number) => (max === 0 ? 0 : Math.max(1, Math.round((n / max) * STEPS)));
  return (
    <>
      <p className="muted">{words}</p>
      {table && people.length > 1 && max > 0 && (
        <div className="tb-wrap" role="region" aria-label={t("pairsTable")} tabIndex={0}>
          <table className="overlap">
            <thead><tr><td />{people.slice(0, -1).map((person) => <th key={person.memberId} scope="col" title={person.pseudonym}><span dir="auto">{person.pseudonym}</span></th>)}</tr></thead>
            <tbody>
              {people.slice(1).map((person, row) => (
                <tr key={person.memberId}>
                  <th scope="row" title={person.pseudonym}><span className="cut" dir="auto">{person.pseudonym}</span></th>
                  {people.slice(0, row + 1).map((other, column) => {
                    const n = table[row + 1]?.[column] ?? 0;
                    return <td key={other.memberId} className={`num h${n === 0 ? 0 : step(n)}`}>{n}</td>;
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
