import pg from "pg";
import { REFRESH } from "@/lib/annotations/server/rollup";
import type { Question } from "@/scripts/check/question";
import { ARTICLE_COUNTS, QUESTIONS } from "@/scripts/check/questions";

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

/** Computes the counts per article anew, beside the kept ones. */
async function recount(client: pg.Client): Promise<void> {
  await client.query("CREATE TEMP TABLE recount (LIKE rollup_article INCLUDING DEFAULTS) ON COMMIT DROP");
  const sql = REFRESH.replace("INSERT INTO rollup_article", "INSERT INTO recount");
  const { rows } = await client.query<{ project_id: string; ids: string[] }>(
    "SELECT project_id, array_agg(DISTINCT article_id) AS ids FROM assignment GROUP BY 1",
  );
  for (const { project_id, ids } of rows) {
    for (let at = 0; at < ids.length; at += 1000) await client.query(sql, [project_id, ids.slice(at, at + 1000)]);
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
    for (const question of [...QUESTIONS, ARTICLE_COUNTS]) {
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
