import { defined, type Quantity, undefinedFor } from "@/lib/kernel/quantity";
import type { WorkPoint, Scale } from "./estimate";
import { fromObservations, type GroupValues } from "./from-observations";
import { momentsOf } from "./moments";
import { adjusted, type NoSeverity, type Severity, severityOf } from "./severity";
import type { Moments, Observation } from "./sums";

/** The moments of every group toward one target with annotators' leanings taken off, by group id (null: works of unknown outlet, by work in `points`). */
export type AdjustedGroups = { readonly severity: Severity; readonly groups: readonly AdjustedGroup[] };
export type AdjustedGroup = { readonly groupId: string | null; readonly moments: Moments | null; readonly points: readonly WorkPoint[]; readonly sharedWorks: number };

/**
 * Every group's works with annotators' leanings taken off, or why the leanings cannot be told. They are estimated
 * from all observations toward the target, whatever the outlet, so that a figure does not depend on which others are looked at.
 */
export function adjustedGroups(observations: readonly Observation[], scale: Scale): Quantity<AdjustedGroups, NoSeverity> {
  const severity = severityOf(observations);
  if (severity.value === null) return undefinedFor(severity.reason);
  const groups = fromObservations(adjusted(observations, severity.value, scale)).map(groupOf);
  return defined({ severity: severity.value, groups });
}

const groupOf = ({ groupId, works, sharedWorks }: GroupValues): AdjustedGroup => ({ groupId, moments: momentsOf(works.map((work) => work.value)), points: works, sharedWorks });
