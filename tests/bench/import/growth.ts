import pg from "pg";
import { startParsing } from "@/lib/articles/server/imports/parsing-pool";
import type { Line } from "../bed";
import { median } from "../statistics";
import { jsonl } from "./made-articles";
import { coordinator, partOf, send, through, workHere } from "./run-imports";

const [MANY, ADDED, ROUNDS] = [200_000, 1_000, 3];

/** Makes a project large with copies of a few rows: prints and index entries that are all different, texts that are short. */
async function fill(client: pg.Client, projectId: string): Promise<void> {
  await client.query(
    `WITH made AS (SELECT gen_random_uuid() AS id, gen_random_uuid() AS work, gen_random_uuid() AS revision, n FROM generate_series(1, $2::int) n),
     w AS (INSERT INTO work (project_id, id) SELECT $1, work FROM made),
     a AS (INSERT INTO article (project_id, id, work_id, current_revision_id, title, words, code_points, own_voice_code_points) SELECT $1, id, work, revision, 'Article ' || n, 800, 5000, 5000 FROM made),
     r AS (INSERT INTO revision (project_id, id, article_id, number, text, sha256, code_points, reading_version) SELECT $1, revision, id, 1, 'Article ' || n, sha256(n::text::bytea), 5000, 99 FROM made),
     p AS (INSERT INTO copy_print (project_id, article_id, revision_id, words_digest, shingles, bands)
           SELECT $1, id, revision, sha256(n::text::bytea), 900, ARRAY(SELECT hashint8extended(n * 64 + k, 7) FROM generate_series(1, 48) k) FROM made)
     INSERT INTO search_chunk (project_id, article_id, ordinal, words) SELECT $1, id, 0, array_to_tsvector(ARRAY(SELECT 'w' || (n * k % 6000) FROM generate_series(1, 300) k)) FROM made`,
    [projectId, MANY],
  );
  await client.query("VACUUM ANALYZE article, revision, work, copy_print, search_chunk");
}

/** Adding 1,000 articles to a project of 200,000, against adding them to an empty one. Both stand in the same tables. */
export async function importGrowth({ databaseUrl }: { readonly databaseUrl: string }): Promise<Line[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query("SET statement_timeout = 0");
  const parsing = startParsing();
  try {
    const large = await coordinator("Large");
    await fill(client, large.projectId);
    let from = 0;
    const timed = async (actor: typeof large): Promise<number> => {
      const bytes = jsonl(ADDED, (from += ADDED));
      const id = await send(actor, bytes.length, partOf(bytes));
      const begun = performance.now();
      await through(actor, id, () => workHere(parsing.parse));
      return performance.now() - begun;
    };
    await timed(await coordinator("Warmed up"));
    const [own, references]: [number[], number[]] = [[], []];
    for (let n = 0; n < ROUNDS; n += 1) {
      references.push(await timed(await coordinator(`Empty ${n}`)));
      own.push(await timed(large));
    }
    const [mine, theirs] = [median(own), median(references)];
    const [first = 0, last = 0] = [references[0], references.at(-1)];
    return [
      {
        what: `Import ${ADDED.toLocaleString("en")} articles into a project of ${MANY.toLocaleString("en")}`, unit: "×", goal: { atMost: 1.3 }, drift: Math.abs(last - first) / Math.min(first, last), value: mine / theirs,
        reference: `${theirs.toFixed(0)} ms, into an empty project`, ours: `${mine.toFixed(0)} ms`,
      },
    ];
  } finally {
    await parsing.stop();
    await client.end();
  }
}
