import { meanOf } from "./mean";
import { hasMarks, type StanceRow } from "./rows";

/** The copies of one work within one group and for one target, as one unit. */
export interface WorkValues {
  readonly workId: string;
  /** The copies, sorted by article id. */
  readonly rows: readonly StanceRow[];
  /** Everyone who submitted a copy, sorted. */
  readonly annotators: readonly string[];
  /** Mean over the copies that have one; null when no copy has. */
  readonly sign: number | null;
  readonly quotedSign: number | null;
  /** Mean over the copies that address the target; null when no copy does. */
  readonly rate: number | null;
}

/** Whether an article counts for a target: someone judged so, or marked it. */
export function addresses(row: StanceRow): boolean {
  return row.addressed || hasMarks(row);
}

/**
 * Rows of one group and one target, copies of a work made one: its value is the mean over its copies, so a work
 * that ten sites re-published weighs as much as any other. Sorted by work id. Articles that do not address the
 * target are left out.
 * @throws RangeError when an article comes twice
 */
export function worksOf(rows: readonly StanceRow[]): WorkValues[] {
  const byWork = new Map<string, StanceRow[]>();
  const seen = new Set<string>();
  for (const row of rows) {
    if (seen.has(row.articleId)) throw new RangeError(`Article ${row.articleId} comes twice for target ${row.targetId}`);
    seen.add(row.articleId);
    if (!addresses(row)) continue;
    const copies = byWork.get(row.workId);
    if (copies) copies.push(row);
    else byWork.set(row.workId, [row]);
  }
  return [...byWork].sort(([a], [b]) => (a < b ? -1 : 1)).map(([workId, copies]) => workValues(workId, copies));
}

function workValues(workId: string, copies: readonly StanceRow[]): WorkValues {
  const [only, another] = copies;
  // Most works have one copy; nothing is to be averaged then.
  if (only !== undefined && another === undefined) return { workId, rows: copies, annotators: [...new Set(only.annotators)].sort(), sign: only.signMean, quotedSign: only.quotedSignMean, rate: only.netPer1000 };
  return {
    workId,
    rows: [...copies].sort((a, b) => (a.articleId < b.articleId ? -1 : 1)),
    annotators: [...new Set(copies.flatMap((row) => row.annotators))].sort(),
    sign: meanOf(copies.map((row) => row.signMean)),
    quotedSign: meanOf(copies.map((row) => row.quotedSignMean)),
    rate: meanOf(copies.map((row) => row.netPer1000)),
  };
}
