import { defined, undefinedFor } from "@/lib/kernel/quantity";
import { assess } from "./assessed";
import type { ChosenVoice, Measured, StanceChoice } from "./choice";
import { NO_COUNTS } from "./counts";
import { JUDGEMENT_SCALE, type Scale, SIGN_SCALE, type WorkPoint } from "./estimate";
import { orderOf } from "./order";
import { rateOf } from "./rate";
import { reading } from "./reading";
import type { AllCounts, Basis, SingleWork, StanceCell, Toward } from "./report";
import { shrink } from "./shrinkage";
import type { GroupSums, JudgementSums, Moments, PointSums, SingleJudgementSums, SingleSums } from "./sums";

/** The ends of what is measured. */
export const scaleOf = (measured: Measured): Scale => (measured === "spans" ? SIGN_SCALE : JUDGEMENT_SCALE);

/** What a cell is made of, whatever is measured: its basis, the moments and few points of the figure and of those whom it quotes, and of the rate. */
export type CellSums = {
  readonly groupId: string;
  readonly targetId: string;
  readonly basis: Basis;
  readonly figure: Moments | null;
  readonly points: readonly WorkPoint[];
  readonly quoted: Moments | null;
  readonly quotedPoints: readonly WorkPoint[];
  readonly rate: Moments | null;
};

const NOTHING: AllCounts = { own: NO_COUNTS, quoted: NO_COUNTS, embedded: NO_COUNTS, none: NO_COUNTS };

/** The sums of a group over spans as a cell of a choice takes them; null of works that nobody's outlet is known of. */
export function ofSpans(choice: Pick<StanceChoice, "voice">, sums: GroupSums): CellSums | null {
  if (sums.groupId === null) return null;
  const beside = choice.voice === "own";
  return {
    groupId: sums.groupId, targetId: sums.targetId, basis: spanBasis(sums), figure: sums[choice.voice], points: pointsIn(sums.points, choice.voice),
    quoted: beside ? sums.quoted : null, quotedPoints: beside ? pointsIn(sums.points, "quoted") : [], rate: sums.rate,
  };
}

/** The sums of a group over judgements. */
export function ofJudgements(sums: JudgementSums): CellSums | null {
  if (sums.groupId === null) return null;
  return { groupId: sums.groupId, targetId: sums.targetId, basis: judgementBasis(sums), figure: sums.value, points: sums.points, quoted: null, quotedPoints: [], rate: null };
}

const pointsIn = (points: readonly PointSums[], voice: ChosenVoice): WorkPoint[] => points.flatMap((point) => (point[voice] === null ? [] : [{ workId: point.workId, value: point[voice] }]));

function spanBasis({ articles, works, annotatorIds, sharedWorks, settledArticles, spans, counts }: GroupSums): Basis {
  return { articles, works, annotators: annotatorIds.length, sharedWorks, settledArticles, spans, counts, judged: null };
}

function judgementBasis({ articles, works, annotatorIds, sharedWorks, settledArticles, judgements, unclear, notAddressed }: JudgementSums): Basis {
  return { articles, works, annotators: annotatorIds.length, sharedWorks, settledArticles, spans: 0, counts: NOTHING, judged: { judgements, unclear, notAddressed } };
}

/**
 * The cells of a choice and what is said of all outlets toward each target. Shrinkage and order are over the outlets
 * of one target. @throws RangeError for moments outside the scale
 * @param targetIds in the order in which the cells are to stand; groups of other targets are left out
 */
export function cellsOf(choice: Pick<StanceChoice, "measured" | "voice">, targetIds: readonly string[], sums: readonly CellSums[]): { cells: StanceCell[]; toward: Omit<Toward, "notAdjusted">[] } {
  const byTarget = new Map(targetIds.map((id): [string, CellSums[]] => [id, []]));
  for (const one of sums) byTarget.get(one.targetId)?.push(one);
  const cells: StanceCell[] = [];
  const toward: Omit<Toward, "notAdjusted">[] = [];
  const scale = scaleOf(choice.measured);
  for (const [targetId, of] of byTarget) {
    const sorted = [...of].sort((a, b) => (a.groupId < b.groupId ? -1 : 1));
    const shrinkage = shrink(sorted.map((one) => one.figure), scale);
    const here = sorted.map((one, i) => cellOf(choice, one, shrinkage.cells[i] ?? undefinedFor("fewer_than_three_works")));
    cells.push(...here);
    toward.push({ targetId, order: orderOf(here), pooled: shrinkage.pooled });
  }
  return { cells, toward };
}

function cellOf(choice: Pick<StanceChoice, "measured" | "voice">, sums: CellSums, shrunken: StanceCell["shrunken"]): StanceCell {
  const { groupId, targetId, basis } = sums;
  const figure = assess(sums.figure, basis.sharedWorks, scaleOf(choice.measured));
  const beside = choice.measured === "spans" && choice.voice === "own";
  const quoted = beside ? assess(sums.quoted, basis.sharedWorks, SIGN_SCALE) : null;
  return {
    ...basis, groupId, targetId, figure, quoted, shrunken, rate: rateOf(choice, sums.rate),
    points: figure.mean.value === null ? sums.points : [], quotedPoints: quoted !== null && quoted.mean.value === null ? sums.quotedPoints : [],
    reading: reading({ measured: choice.measured, voice: choice.voice, figure, quoted }),
  };
}

/** A work of unknown outlet over spans. */
export function singleOfSpans(choice: Pick<StanceChoice, "voice">, sums: SingleSums): SingleWork {
  const { workId, targetId, title, articleIds } = sums;
  const [point] = sums.points;
  const value = (of: number | null | undefined) => (of === null || of === undefined ? undefinedFor("no_value") : defined(of));
  const rate = choice.voice !== "own" ? undefinedFor("own_voice_only") : typeof point?.rate === "number" ? defined(point.rate) : undefinedFor("no_own_voice");
  return { ...spanBasis(sums), workId, targetId, title, articleIds, value: value(point?.[choice.voice]), quoted: choice.voice === "own" ? value(point?.quoted) : undefinedFor("no_value"), rate };
}

/** A work of unknown outlet over judgements. */
export function singleOfJudgements(sums: SingleJudgementSums): SingleWork {
  const { workId, targetId, title, articleIds } = sums;
  const [point] = sums.points;
  return { ...judgementBasis(sums), workId, targetId, title, articleIds, value: point === undefined ? undefinedFor("no_value") : defined(point.value), quoted: undefinedFor("no_value"), rate: undefinedFor("own_voice_only") };
}
