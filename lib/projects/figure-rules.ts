/** What makes an article count for a target: evidence (a judgement, a coordinator's word, a certain name in its body), or marks and a coordinator's word alone. */
export const ADDRESSED_BY = ["evidence", "marked"] as const;
export type AddressedBy = (typeof ADDRESSED_BY)[number];

/** What a project says of its figures. */
export type FigureRules = {
  addressedBy: AddressedBy;
  /** How the articles were chosen; stands on every report card. */
  sampling: string;
};
