import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { startParsing } from "@/lib/articles/server/imports/parsing-pool";
import type { Line } from "../bed";
import { jsonl } from "./made-articles";
import { coordinator, partOf, send, through, workHere } from "./run-imports";

const ARTICLES = 20_000;
/** What an article is stored in, in an order in which each table comes after those it names. */
const TABLES = ["outlet", "work", "article", "revision", "block", "speech", "copy_print", "search_chunk"] as const;

/** The rows of a project, table by table, as COPY writes and reads them. */
async function dump(client: pg.Client, projectId: string): Promise<Map<string, Buffer[]>> {
  const found = new Map<string, Buffer[]>();
  for (const table of TABLES) {
    const parts: Buffer[] = [];
    for await (const part of client.query(copyTo(`COPY (SELECT * FROM ${table} WHERE project_id = '${projectId}') TO STDOUT (FORMAT binary)`))) parts.push(part as Buffer);
    found.set(table, parts);
  }
  return found;
}

async function clear(client: pg.Client, projectId: string): Promise<void> {
  for (const table of ["import_row", ...[...TABLES].reverse()]) await client.query(`DELETE FROM ${table} WHERE project_id = $1`, [projectId]);
  for (const table of TABLES) await client.query(`VACUUM ANALYZE ${table}`);
}

/** The same rows into the same tables, with their keys and indexes, in one transaction. */
async function copied(client: pg.Client, rows: ReadonlyMap<string, Buffer[]>): Promise<number> {
  const begun = performance.now();
  await client.query("BEGIN");
  for (const [table, parts] of rows) await pipeline(parts, client.query(copyFrom(`COPY ${table} FROM STDIN (FORMAT binary)`)));
  await client.query("COMMIT");
  return performance.now() - begun;
}

/** 20,000 articles from lines of JSON, from the preview to the last article, against COPY of the rows that came of it. */
export async function importVolume({ databaseUrl }: { readonly databaseUrl: string }): Promise<Line[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const parsing = startParsing();
  try {
    const bytes = jsonl(ARTICLES);
    const timed = async (actor: MemberActor): Promise<number> => {
      const id = await send(actor, bytes.length, partOf(bytes));
      const begun = performance.now();
      await through(actor, id, () => workHere(parsing.parse));
      return performance.now() - begun;
    };
    // What stays warm between two imports is warm here, too.
    const warm = await coordinator("Warmed up");
    const few = jsonl(300);
    await through(warm, await send(warm, few.length, partOf(few)), () => workHere(parsing.parse));
    const actor = await coordinator("By import");
    const ours = await timed(actor);
    const rows = await dump(client, actor.projectId);
    await clear(client, actor.projectId);
    const references: number[] = [];
    for (let n = 0; n < 2; n += 1) {
      references.push(await copied(client, rows));
      await clear(client, actor.projectId);
    }
    const [first = 0, last = 0] = references;
    const reference = (first + last) / 2;
    return [
      {
        what: `Import ${ARTICLES.toLocaleString("en")} articles of 5 KB from JSONL`, unit: "×", goal: { atMost: 2 }, drift: Math.abs(last - first) / Math.min(first, last), value: ours / reference,
        reference: `${(reference / 1000).toFixed(1)} s, COPY of the same rows`, ours: `${(ours / 1000).toFixed(1)} s`,
      },
    ];
  } finally {
    await parsing.stop();
    await client.end();
  }
}
