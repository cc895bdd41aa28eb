"use client";

import { useFormatter, useTranslations } from "use-intl/react";
import type { Import, RowState } from "./import-types";
import { isOver } from "./import-state";

/** How many records there are of each kind; each number shows its records alone. */
export function Tally({ shown, filter, onFilter }: { shown: Import; filter: RowState | null; onFilter: (state: RowState | null) => void }) {
  const t = useTranslations("imports.tally");
  const format = useFormatter();
  const { counts, state } = shown;
  const added = state === "adding" || isOver(shown);
  const all: readonly [RowState, number, boolean][] = added
    ? [["kept", counts.kept, true], ["joined", counts.joined, true], ["left_out", counts.leftOut, counts.leftOut > 0], ["refused", counts.refused, true]]
    : [["new", counts.new, true], ["copy", counts.copies, true], ["look", counts.look, true], ["refused", counts.refused, true], ["left_out", counts.leftOut, counts.leftOut > 0]];
  return (
    <div className="tally" role="group" aria-label={t("label")}>
      {all.filter(([, , there]) => there).map(([of, n]) => (
        <button key={of} type="button" aria-pressed={filter === of} onClick={() => onFilter(filter === of ? null : of)}>
          <b>{format.number(n)}</b><span>{t(of, { n })}</span>
        </button>
      ))}
    </div>
  );
}
