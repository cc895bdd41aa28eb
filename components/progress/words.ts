/** What those who annotate are called: pupils in a class. */
export type People = { readonly one: string; readonly One: string; readonly many: string };

/** The nouns of a project. */
export const peopleOf = (isClass: boolean): People => (isClass ? { one: "pupil", One: "Pupil", many: "pupils" } : { one: "annotator", One: "Annotator", many: "annotators" });

/** How many are overdue. */
export const LATE = (n: number): string => `${n.toLocaleString("en-GB")} overdue`;

/** A count that stops at some number: "10,000+". */
export const capped = ({ value, more }: { value: number; more: boolean }): string => `${value.toLocaleString("en-GB")}${more ? "+" : ""}`;
