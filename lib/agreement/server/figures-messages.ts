import "server-only";
import type { UnitRow } from "../analyse/unit-rows";
import type { Choice } from "../choice";
import type { SubmissionRow } from "../material/kept-rows";
import type { Kept } from "../material/material-of";
import type { ClassCounts, LeftOut, Report } from "../report";

/** What is to be made of a choice: its report, the coded units behind it, or what a class gets. */
export type Wanted = "report" | "units" | "class";
/** `kept` is without submissions: those went before. */
export type Order = { readonly wanted: Wanted; readonly kept: Omit<Kept, "submissions">; readonly leftOut: readonly LeftOut[]; readonly base: string; readonly dataVersion: string };

/**
 * `report` asks for a choice that may differ from the last one in layer and level alone; `base` says what of, and the
 * thread answers `unknown` where it does not have that. `compute` brings everything.
 */
export type ToThread =
  | { readonly kind: "report"; readonly choice: Choice; readonly base: string; readonly dataVersion: string }
  | { readonly kind: "submissions"; readonly rows: readonly SubmissionRow[] }
  | ({ readonly kind: "compute" } & Order);
export type FromThread =
  | { readonly kind: "ready" | "unknown" }
  | { readonly kind: "report"; readonly report: Report }
  | { readonly kind: "units"; readonly units: readonly UnitRow[] }
  | { readonly kind: "class"; readonly counts: ClassCounts }
  | { readonly kind: "failed"; readonly message: string };
