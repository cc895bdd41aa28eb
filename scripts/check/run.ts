import pg from "pg";
import { OUTLET_ROWS } from "@/lib/annotations/server/rollup/outlets";
import { ARTICLE_ROLLUPS } from "@/lib/annotations/server/rollup/refresh";
import type { Question } from "@/scripts/check/question";
import { FIGURE_QUESTIONS } from "@/scripts/check/figure-questions";
import { QUESTIONS } from "@/scripts/check/questions";

/** One thing that did not hold, with the first places. */
export interface Finding {
  readonly name: string;
  readonly count: number;
  readonly places: readonly string[];
}

const SHOWN = 20;

async function ask(client: pg.Client, question: Question): Promise<Finding | undefined> {
  const { rows } = await client.query<{ what: string; total: string }>(
    `SELECT what, count(*) OVER () AS total FROM (${question.sql}) found LIMIT ${SHOWN}`,
  );
  const first = rows[0];
  return first === undefined ? undefined : { name: question.name, count: Number(first.total), places: rows.map(({ what }) => what) };
}

/** Computes the counts per article, and the sums per outlet, anew, each beside the kept one. They rest on one another, so that each is computed from kept ones. */
async function recount(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ id: string }>("SELECT id FROM project ORDER BY id");
  for (const { table, from } of ARTICLE_ROLLUPS) {
    await client.query(`CREATE TEMP TABLE re${table.slice("rollup_".length)} (LIKE ${table} INCLUDING DEFAULTS) ON COMMIT DROP`);
    for (const { id } of rows) await client.query(`INSERT INTO re${table.slice("rollup_".length)} ${from("all")}`, [id]);
  }
  await client.query("CREATE TEMP TABLE reoutlet (LIKE rollup_outlet INCLUDING DEFAULTS) ON COMMIT DROP");
  for (const { id } of rows) {
    const outlets = await client.query<{ id: string }>("SELECT id FROM outlet WHERE project_id = $1", [id]);
    for (const by of ["outlet", "publisher"] as const) await client.query(OUTLET_ROWS(by, "reoutlet"), [id, outlets.rows.map((outlet) => outlet.id), null]);
  }
}

/** Verifies a whole database as it stands at one moment; `asked` is called after each question. */
export async function checkData(url: string, asked: (name: string, finding: Finding | undefined) => void = () => {}): Promise<Finding[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ");
    await recount(client);
    const findings: Finding[] = [];
    for (const question of [...QUESTIONS, ...FIGURE_QUESTIONS]) {
      const finding = await ask(client, question);
      asked(question.name, finding);
      if (finding !== undefined) findings.push(finding);
    }
    return findings;
  } finally {
    await client.query("ROLLBACK").catch(() => {});
    await client.end().catch(() => {});
  }
}
