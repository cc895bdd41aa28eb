import type { Observation } from "@/lib/stance/sums";

/** Observations by hand: "work article coder value" each, of one outlet. An article is its work's first copy where only the work is named. */
export const observed = (groupId: string | null, ...rows: readonly string[]): Observation[] =>
  rows.map((row) => {
    const [workId = "", articleId = "", coderId = "", value = "0", spans = "1"] = row.split(" ");
    return { groupId, targetId: "mayor", workId, articleId, coderId, value: Number(value), spans: Number(spans) };
  });

export const TERN = { id: "tern", name: "The Daily Tern" };
export const QUAY = { id: "quay", name: "Quay Standard" };
export const OUTLETS = [TERN, QUAY];
