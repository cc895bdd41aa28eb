import { estimateOf, type MeanEstimate, type Scale } from "./estimate";
import { type Status, statusOf } from "./status";
import type { Moments } from "./sums";

/** An estimate and what it can carry. */
export interface Assessed extends MeanEstimate {
  /** Works that at least two annotators read, or that have a settled record, which counts as two. */
  readonly sharedWorks: number;
  readonly status: Status;
}

/** The estimate of works with its status. @throws RangeError for moments outside the scale */
export function assess(moments: Moments | null, sharedWorks: number, scale: Scale): Assessed {
  const found = estimateOf(moments, scale);
  return { ...found, sharedWorks, status: statusOf(found.works, sharedWorks) };
}
