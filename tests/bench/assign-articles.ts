import pg from "pg";
import { memberOf, type MemberActor } from "@/lib/accounts/server/actor";
import { refreshArticles } from "@/lib/annotations/server/rollup/refresh";
import { createBatch, previewBatch } from "@/lib/assignments/server/batches";
import { rows } from "@/lib/platform/database";
import { addMember, makeProject } from "@/tests/factories/world";
import type { Line } from "./bed";
import { median } from "./statistics";
import { operation } from "./world";

const ARTICLES = 20_000;
const PEOPLE = 50;
const ASSIGNED = ["assignment", "assignment_batch", "rollup_progress", "article_progress"];

/** A project of articles without text: assigning reads none. */
async function project(): Promise<MemberActor> {
  const projectId = await makeProject({ name: "To be assigned" });
  const lead = await addMember(projectId, "coordinator");
  for (let n = 0; n < PEOPLE; n += 1) await addMember(projectId, "annotator");
  await rows(
    `WITH made AS (SELECT gen_random_uuid() AS id, gen_random_uuid() AS work, n FROM generate_series(1, $2::int) n),
     works AS (INSERT INTO work (project_id, id) SELECT $1, work FROM made)
     INSERT INTO article (project_id, id, work_id, current_revision_id, title, words, code_points, own_voice_code_points) SELECT $1, id, work, gen_random_uuid(), 'Article ' || n, 800, 5000, 5000 FROM made`,
    [projectId, ARTICLES],
  );
  const { member } = await memberOf({ session: lead.session, address: "127.0.0.1" }, projectId);
  if (!member) throw new Error("the coordinator cannot sign in");
  await rows("ANALYZE");
  return member;
}

/** Takes every assignment of the project away again, as if it had never been. */
async function clear(client: pg.Client, projectId: string): Promise<void> {
  // Deleting row by row looks for spans and submissions of each; there are none.
  await client.query("SET session_replication_role = replica");
  for (const table of ASSIGNED) await client.query(`DELETE FROM ${table} WHERE project_id = $1`, [projectId]);
  await client.query("SET session_replication_role = origin");
  for (const table of ASSIGNED) await client.query(`VACUUM ANALYZE ${table}`);
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};

/** Assigning 20,000 articles to 50 people, planning included, against the same rows put into the same table by one INSERT … SELECT. */
export async function assignArticles({ databaseUrl }: { readonly databaseUrl: string }): Promise<Line[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const actor = await project();
  const { projectId } = actor;
  const measure = async (what: string, strategy: "balanced" | "everyone", repeats: number): Promise<Line> => {
    const wish = { strategy, articles: {}, perWork: 2, share: 0.2, phase: "main", round: 1, seed: "5eed" } as const;
    const { digest } = await previewBatch(actor, wish);
    const ours = () => timed(() => createBatch(actor, operation({ what, at: performance.now() }), { ...wish, digest }, refreshArticles));
    const own = [await ours()];
    await client.query("CREATE TABLE bench_assignment AS SELECT * FROM assignment WHERE project_id = $1", [projectId]);
    const { rowCount } = await client.query("SELECT FROM bench_assignment LIMIT 1");
    if (rowCount !== 1) throw new Error("nothing was assigned");
    const reference = async () => {
      await clear(client, projectId);
      return timed(() => client.query("INSERT INTO assignment SELECT x.* FROM (SELECT b.* FROM bench_assignment b ORDER BY b.id) x"));
    };
    // The batch that the rows name goes with the assignments; the reference names none.
    await client.query("UPDATE bench_assignment SET batch_id = NULL");
    await client.query("VACUUM ANALYZE bench_assignment");
    const references = [await reference()];
    own.length = repeats > 1 ? 0 : 1;
    while (own.length < repeats) {
      await clear(client, projectId);
      own.push(await ours());
      references.push(await reference());
    }
    await clear(client, projectId);
    await client.query("DROP TABLE bench_assignment");
    const [mine, theirs] = [median(own), median(references)];
    const [first = 0, last = 0] = [references[0], references.at(-1)];
    return {
      what, unit: "×", goal: { atMost: 3 }, drift: Math.abs(last - first) / Math.min(first, last), value: mine / theirs,
      reference: `${theirs.toFixed(0)} ms, one INSERT … SELECT of the same rows`, ours: `${mine.toFixed(0)} ms`,
    };
  };
  try {
    return [
      await measure(`Assign ${ARTICLES.toLocaleString("en")} articles to ${PEOPLE} people, two each`, "balanced", 5),
      await measure(`Assign ${ARTICLES.toLocaleString("en")} articles to each of ${PEOPLE} people`, "everyone", 2),
    ];
  } finally {
    await client.end();
  }
}
