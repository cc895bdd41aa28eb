import { memberOf, type MemberActor } from "@/lib/accounts/server/actor";
import { splitBlocks } from "@/lib/articles/blocks";
import { searchChunks } from "@/lib/articles/search/chunks";
import { listArticles } from "@/lib/articles/server/list-articles";
import { compileSearch } from "@/lib/articles/server/search/query";
import { writeSearch } from "@/lib/articles/server/search/write";
import { newId } from "@/lib/kernel/id";
import { pool, rows, transaction } from "@/lib/platform/database";
import { addMember, makeProject } from "@/tests/factories/world";
import type { Line } from "./bed";
import { articleText } from "./import/made-articles";
import { interleaved, middleTime } from "./statistics";

const ARTICLES = 100_000;
const BATCH = 1_000;
const TIMES = 5;
/** Of the words that `articleText` draws: a rarer one, a rare with a commoner one, and one of the commonest without another. */
const SEARCHES = ["lolorgu", "lolorgu cedi", '"bace" -grudi'];

/** The 20 best matches among 100,000 articles of 1,500 characters, as the list asks for them, against one prepared statement that gives the same rows, their number and the words around each match. */
export async function search(count = ARTICLES): Promise<Line[]> {
  const actor = await filled(count);
  const lines: Line[] = [];
  for (const q of SEARCHES) {
    const { match, rank } = await compileSearch(actor, q);
    const reference = { name: `search ${q}`, text: SQL, values: [actor.projectId, match, rank] };
    const found = (await pool().query(reference)).rows[0] as { of: number } | undefined;
    if (found === undefined) throw new Error(`Nothing holds ${q}, so the search for it says nothing.`);
    const pair = await interleaved(() => middleTime(TIMES, () => pool().query(reference)), () => middleTime(TIMES, () => listArticles(actor, { q, order: "best", limit: 20 })));
    lines.push({
      what: `Search for ${q}, ${found.of} of ${count.toLocaleString("en")} articles`, unit: "×", goal: { atMost: 2 }, drift: pair.drift,
      reference: `${pair.reference.toFixed(1)} ms, one prepared statement`, ours: `${pair.ours.toFixed(1)} ms`, value: pair.ours / pair.reference,
    });
  }
  return lines;
}

const SQL = `
SELECT a.id, a.title, a.byline, a.genre, a.language, a.published_on, a.words, a.created_at, a.rank,
  ts_headline('english', left(r.text, 60000), $3::tsquery, 'MaxFragments=1, MaxWords=22, MinWords=12'),
  (SELECT count(*)::int FROM (SELECT FROM article c WHERE c.project_id = $1 AND c.state = 'active' AND c.id IN (SELECT s.article_id FROM search_chunk s WHERE s.project_id = c.project_id AND s.words @@ $2::tsquery) LIMIT 10001) x) AS of
FROM (
  WITH few AS MATERIALIZED (SELECT c.id FROM article c WHERE c.project_id = $1 AND c.state = 'active' AND c.id IN (SELECT s.article_id FROM search_chunk s WHERE s.project_id = c.project_id AND s.words @@ $2::tsquery) ORDER BY c.created_at DESC, c.id DESC LIMIT 10000),
    hit AS (SELECT s.article_id, max(ts_rank(s.words, $3::tsquery, 1)) AS rank FROM few JOIN search_chunk s ON s.project_id = $1 AND s.article_id = few.id WHERE s.words @@ $2::tsquery GROUP BY s.article_id)
  SELECT a.*, hit.rank FROM hit JOIN article a ON a.project_id = $1 AND a.id = hit.article_id ORDER BY hit.rank DESC, a.id LIMIT 21
) a JOIN revision r ON r.project_id = $1 AND r.id = a.current_revision_id ORDER BY a.rank DESC, a.id`;

async function filled(count: number): Promise<MemberActor> {
  const lead = await addMember(await makeProject({ name: "Searched" }), "coordinator");
  const { member: actor } = await memberOf({ session: lead.session, address: "" }, lead.projectId);
  if (!actor) throw new Error("The searcher is no member");
  for (let at = 0; at < count; at += BATCH) {
    const made = Array.from({ length: Math.min(BATCH, count - at) }, (_, i) => ({ id: newId(), revision: newId(), work: newId(), text: articleText(at + i).slice(0, 1_500) }));
    await transaction(async (tx) => {
      const values = [lead.projectId, made.map((one) => one.id), made.map((one) => one.revision), made.map((one) => one.work), made.map((one) => one.text)];
      const from = "FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[]) AS x(id, revision, work, text)";
      await rows(`WITH w AS (INSERT INTO work (project_id, id) SELECT $1, work ${from})
        INSERT INTO article (project_id, id, work_id, current_revision_id, title, language, words, code_points, own_voice_code_points) SELECT $1, id, work, revision, split_part(text, E'\\n', 1), 'en', 250, length(text), length(text) ${from}`, values, tx);
      await rows(`INSERT INTO revision (project_id, id, article_id, number, text, sha256, code_points) SELECT $1, revision, id, 1, text, sha256(convert_to(text, 'UTF8')), length(text) ${from}`, values, tx);
      await writeSearch(actor, tx, lead.projectId, made.map(({ id, text }) => ({ articleId: id, chunks: searchChunks(text, splitBlocks(text), "en") })));
    });
  }
  await rows("VACUUM ANALYZE search_chunk, article, revision");
  return actor;
}
