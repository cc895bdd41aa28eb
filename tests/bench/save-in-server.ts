import pg from "pg";
import { createSpan } from "@/lib/annotations/server/create-span";
import type { Bed, Line } from "./bed";
import { interleaved, middleTime } from "./statistics";
import { operation, spanAt } from "./world";

const SAVES = 200;
const COLUMNS = "project_id, id, assignment_id, article_id, member_id, target_id, codebook_version_id, framing, voice, attribution, directness, device, confidence, note, source_blind, peers_seen";
const INSERT = `INSERT INTO bench_span (${COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`;

/** Saving a span inside the server, p50 in milliseconds, against one prepared INSERT of such a row on one connection. */
export async function saveInServer({ databaseUrl, world }: Bed): Promise<Line & { readonly milliseconds: number }> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query("CREATE TABLE bench_span (LIKE span INCLUDING DEFAULTS, PRIMARY KEY (project_id, id))");
  const { rows } = await client.query<{ id: string }>("SELECT id FROM codebook_version WHERE project_id = $1", [world.projectId]);
  const { short, actor } = world;
  let place = 0;
  const next = () => spanAt(world, short, (place += 1));
  try {
    const pair = await interleaved(
      () =>
        middleTime(SAVES, async () => {
          const span = next();
          const values = [world.projectId, span.id, short.assignmentId, short.article.articleId, actor.memberId, span.targetId, rows[0]?.id, span.framing, span.voice, null, "direct", null, null, "", false, false];
          await client.query({ name: "insert", text: INSERT, values });
        }),
      () =>
        middleTime(SAVES, async () => {
          const span = next();
          await createSpan(actor, operation(span), short.assignmentId, span);
        }),
    );
    return {
      what: "Save a span, in the server", unit: "×", goal: { atMost: 4 }, drift: pair.drift, milliseconds: pair.ours,
      reference: `${pair.reference.toFixed(2)} ms, one prepared INSERT`, ours: `${pair.ours.toFixed(2)} ms`, value: pair.ours / pair.reference,
    };
  } finally {
    await client.query("DROP TABLE bench_span");
    await client.end();
  }
}
