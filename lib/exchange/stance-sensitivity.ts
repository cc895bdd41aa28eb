import type { DotEstimate } from "@/lib/figures/dot-plot-data";
import { signed } from "@/lib/figures/numbers";
import { SENSITIVITY_WIDE, sensitivityPlot } from "@/lib/figures/sensitivity-plot";
import { directionOf } from "@/lib/stance/intervals";
import type { Sensitivity, SensitivityRow } from "@/lib/stance/behind";
import type { Cell } from "./csv";
import { fileWords } from "./stance-dot-plot";
import { choiceLine, type StanceFile, stanceFacts, stanceFoot } from "./stance-file";

export const SENSITIVITY_COLUMNS = ["key", "works", "mean", "low", "high", "interval_cut", "undefined_because", "status", "shift", "other_side_of_0", "clear_of_0", "clear_changes"] as const;

type Estimated = Pick<SensitivityRow, "works" | "mean" | "interval" | "status">;

/** One line's estimate as it is drawn; nothing where there is no mean. */
export function lineEstimate({ mean, interval, status }: Pick<Estimated, "mean" | "interval" | "status">): DotEstimate {
  if (mean.value === null) return { kind: "none" };
  return { kind: "mean", value: mean.value, interval: interval.value, level: status?.level ?? "not_enough", clear: interval.value === null ? null : directionOf(interval.value) };
}

/** Whether a choice shares the axis of the one at hand. */
export const sharesAxis = ({ choice }: Sensitivity, row: SensitivityRow): boolean => row.choice.measured === choice.measured;

const written = ({ mean, interval }: Pick<Estimated, "mean" | "interval">): string =>
  mean.value === null ? "undefined" : `${signed(mean.value)}${interval.value === null ? "" : ` (${signed(interval.value.low)} to ${signed(interval.value.high)})`}`;

/** How one figure moves under each other choice, as a file. */
export function sensitivityFile(found: Sensitivity, project: string, date: string): StanceFile {
  const { choice, whose, target, figure, rows, moves, dataVersion } = found;
  const origin = { project, date, choice, dataVersion };
  const base = { works: figure.works, mean: figure.mean, interval: figure.interval, status: figure.status };
  const drawn = rows.filter((row) => sharesAxis(found, row));
  const says = `${moves.figures} other choices have a figure; the mean changes its side of 0 under ${moves.turns}, what its interval says of 0 under ${moves.clearChanges}`;
  return {
    figure: sensitivityPlot({ name: "as chosen", written: written(base), estimate: lineEstimate(base) }, drawn.map((row) => ({ name: row.key, written: written(row), estimate: lineEstimate(row) })), choice.measured === "judgements" ? 2 : 1, fileWords(choice.by), SENSITIVITY_WIDE),
    words: {
      title: `${whose.name} on ${target.name} under other choices`,
      description: `${says}.`,
      foot: [`As chosen: ${choiceLine(choice)}`, `${says} · 95 % t intervals over works`, stanceFoot(origin)],
      facts: stanceFacts("sensitivity", origin, [["whose", whose.name], ["target", target.name], ["n", `${figure.works} works as chosen`], ["interval", "95 % t interval over works"]]),
    },
    columns: SENSITIVITY_COLUMNS,
    rows: [["as_chosen", ...estimate(base), null, null, base.interval.value === null ? null : directionOf(base.interval.value), null], ...rows.map((row): Cell[] => [row.key, ...estimate(row), row.shift.value, row.turns, row.clear, row.clearChanges])],
  };
}

function estimate({ works, mean, interval, status }: Estimated): Cell[] {
  const ends = interval.value;
  return [works, mean.value, ends?.low ?? null, ends?.high ?? null, ends === null ? null : ends.cutLow || ends.cutHigh, mean.value === null ? mean.reason : null, status?.level ?? null];
}
