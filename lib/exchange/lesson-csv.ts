import { BOM, csvRecords } from "./csv";

/** Answers to the last question of a lesson as CSV, one row per pupil. */
export const exitsCsv = (answers: readonly { pseudonym: string; body: string }[]): string => BOM + csvRecords([["pupil", "answer"], ...answers.map((one) => [one.pseudonym, one.body])]);
