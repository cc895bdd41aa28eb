import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { ARTICLE_ROLLUPS, ROLLUP_VERSION } from "@/lib/annotations/server/rollup/refresh";
import { row, rows, transaction } from "@/lib/platform/database";

/** The counts per article as relations of the same names, made from what people marked: in front of a statement on the tables, they take the place of these. */
export const FROM_MARKS = ARTICLE_ROLLUPS.map(({ table, from }) => `${table} AS (${from("all")})`).join(", ");

/** Whether the stored counts of the project hold. */
export async function countsHold(actor: MemberActor): Promise<boolean> {
  return (await row<{ holds: boolean }>("SELECT rollup_version = $2 AS holds FROM project WHERE id = $1", [actor.projectId, ROLLUP_VERSION]))?.holds ?? false;
}

// What is summed over a whole project fits into so much; the usual four megabytes would put it on disk.
const ROOM = "SET LOCAL work_mem = '64MB'";

/** Rows of a statement whose relations begin behind its `WITH`, from the counts as they are made from every mark at this moment. */
export const rowsFromMarks = <T>(_actor: MemberActor, sql: string, values: readonly unknown[]): Promise<T[]> =>
  transaction(async (tx) => {
    // A million marks take longer than a page may.
    await rows(`SET LOCAL statement_timeout = '300s'; SET LOCAL enable_nestloop = off; ${ROOM}`, [], tx);
    return rows<T>(`WITH ${FROM_MARKS}, ${sql}`, values, tx);
  });

/** Rows of a statement whose relations begin behind its `WITH`, from the stored counts, or from the marks where those do not hold. */
export async function rowsFromCounts<T>(actor: MemberActor, sql: string, values: readonly unknown[]): Promise<T[]> {
  if (!(await countsHold(actor))) return rowsFromMarks<T>(actor, sql, values);
  return transaction(async (tx) => {
    await rows(ROOM, [], tx);
    return rows<T>(`WITH ${sql}`, values, tx);
  });
}
