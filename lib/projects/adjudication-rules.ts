/** How a difference of boundaries alone is settled. */
export const BOUNDARY_RULES = ["shorter", "longer", "majority"] as const;
export type BoundaryRule = (typeof BOUNDARY_RULES)[number];

/** What a project says of its adjudication. */
export type AdjudicationRules = {
  boundaryRule: BoundaryRule;
  /** Whether those who adjudicate see letters in place of names. */
  hideAnnotators: boolean;
  /** Whether a question to annotators may show them what the others marked. */
  askShowsPeers: boolean;
  /** Whether annotators may have phrases suggested from settled articles. */
  suggestSettled: boolean;
};
