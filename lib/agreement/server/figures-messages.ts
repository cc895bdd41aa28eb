import "server-only";
import type { SubmissionRow } from "../material/kept-rows";
import type { Kept } from "../material/material-of";
import type { ClassCounts, LeftOut, Report } from "../report";
import type { UnitRow } from "../analyse/unit-rows";

/** What is to be made of a choice: its report, the coded units behind it, or what a class gets. */
export type Wanted = "report" | "units" | "class";
/** Without submissions: those went before, some at a time. */
export type Order = { readonly wanted: Wanted; readonly kept: Omit<Kept, "submissions">; readonly leftOut: readonly LeftOut[]; readonly dataVersion: string };

export type ToThread = { readonly kind: "submissions"; readonly rows: readonly SubmissionRow[] } | ({ readonly kind: "compute" } & Order);
export type FromThread = { readonly kind: "ready" } | { readonly kind: "report"; readonly report: Report } | { readonly kind: "units"; readonly units: readonly UnitRow[] } | { readonly kind: "class"; readonly counts: ClassCounts } | { readonly kind: "failed"; readonly message: string };
