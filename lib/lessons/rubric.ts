/** The teacher's three levels: 0 not yet, 1 partly, 2 well. */
export const LEVELS = [0, 1, 2] as const;
export type Level = (typeof LEVELS)[number];

/** What points are given for. A key is one more view, never a score: experts agree on half of the marks. */
export const CRITERIA = ["evidence", "reasoning"] as const;
export type Criterion = (typeof CRITERIA)[number];

type Levels = { readonly evidence: Level | null; readonly reasoning: Level | null };

/** Points in all, 0 to 4; null until both are given. */
export const totalOf = ({ evidence, reasoning }: Levels): number | null => (evidence === null || reasoning === null ? null : evidence + reasoning);
