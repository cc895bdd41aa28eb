/** The built-in framing of a span toward its target, and its sign. */
export const FRAMINGS = ["advocacy", "neutral", "critical"] as const;
export type Framing = (typeof FRAMINGS)[number];
export const FRAMING_SIGN: Readonly<Record<Framing, 1 | 0 | -1>> = { advocacy: 1, neutral: 0, critical: -1 };

/** How a span frames: `words` = how it is told, `facts` = what is told. */
export const DEVICES = ["words", "facts"] as const;
export type Device = (typeof DEVICES)[number];
