/** How much an estimate can carry. Only `enough` may stand beside other outlets. */
export type StatusLevel = "enough" | "tentative" | "not_enough";

/** Why an estimate is not enough, or tentative. */
export type StatusReason = "no_works" | "fewer_than_five_works" | "no_shared_work" | "fewer_than_twenty_works";

/** A status, with every reason for it and one sentence for people. */
export interface Status {
  readonly level: StatusLevel;
  readonly reasons: readonly StatusReason[];
  readonly sentence: string;
}

/** Below this many works, nothing is compared. */
export const WORKS_TENTATIVE = 5;
/** From this many works on, an estimate is no longer called tentative. */
export const WORKS_ENOUGH = 20;

/**
 * `not_enough` below 5 works or when no work is shared, `tentative` from 5 to 19, `enough` from 20.
 * At 5 articles an outlet mean has a reliability of about .2, at 20 of .5, at 100 of .84 (docs/statistics.md).
 * @param works how many works the estimate rests on
 * @param sharedWorks how many of them at least two annotators submitted, or have a settled record, which counts as two
 */
export function statusOf(works: number, sharedWorks: number): Status {
  if (works === 0) return { level: "not_enough", reasons: ["no_works"], sentence: "Not enough to compare: there is no work to count." };
  const reasons: StatusReason[] = [];
  if (works < WORKS_TENTATIVE) reasons.push("fewer_than_five_works");
  if (sharedWorks === 0) reasons.push("no_shared_work");
  if (reasons.length > 0) return { level: "not_enough", reasons, sentence: `Not enough to compare: ${reasons.map((reason) => clause(reason, works)).join(", and ")}.` };
  if (works < WORKS_ENOUGH) {
    return { level: "tentative", reasons: ["fewer_than_twenty_works"], sentence: `Tentative: ${countWorks(works)}, where ${WORKS_ENOUGH} are enough.` };
  }
  return { level: "enough", reasons: [], sentence: `Enough to compare: ${countWorks(works)}, ${sharedWorks} of them read by two annotators or settled.` };
}

function clause(reason: StatusReason, works: number): string {
  return reason === "no_shared_work" ? "no work was read by two annotators or settled" : `${countWorks(works)}, where ${WORKS_TENTATIVE} are needed`;
}

function countWorks(works: number): string {
  return works === 1 ? "1 work" : `${works} works`;
}
