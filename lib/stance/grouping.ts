/** What stands for an article: who wrote the words, or who put them up. */
export const GROUPINGS = ["outlet", "publisher"] as const;
export type Grouping = (typeof GROUPINGS)[number];
