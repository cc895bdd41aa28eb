import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase } from "@/lib/platform/database";
import { loadSample } from "@/prisma/seed/load-sample";
import { checkData } from "@/scripts/check/run";
import { testPool } from "@/tests/support/database";

const url = () => process.env["DATABASE_URL"] ?? "";

/** One broken thing each, and what undoes it. */
const BROKEN: readonly (readonly [sentence: string, breaking: string])[] = [
  ["texts are what their sha256 and length say", "UPDATE revision SET text = reverse(text)"],
  ["every article has its current revision, of its own", "UPDATE article SET code_points = code_points + 1"],
  ["blocks lie in the text, in order, without overlap", "UPDATE block SET end_offset = end_offset + 9"],
  ["quotes of spans stand in the text at their offsets", "UPDATE span_part SET start_offset = start_offset + 1, end_offset = end_offset + 1"],
  ["every span has a part, on a revision of its own article", "DELETE FROM span_part"],
  ["every span has its words on the current revision of its article, or is said to be orphaned there", "DELETE FROM span_part"],
  ["events of a span are whole and end in what the span is", "UPDATE span SET framing = CASE framing WHEN 'neutral' THEN 'critical' ELSE 'neutral' END"],
  ["events of a span are whole and end in what the span is", "DELETE FROM span_event WHERE version = 1"],
  ["events of a judgement are whole and end in what the judgement is", "UPDATE judgement SET version = version + 1"],
  ["events of an answer are whole and end in what the answer is", `INSERT INTO article_answer (project_id, assignment_id, set_id, article_id, member_id, codebook_version_id)
      SELECT a.project_id, a.id, gen_random_uuid(), a.article_id, a.member_id, v.id FROM assignment a JOIN codebook_version v ON v.project_id = a.project_id LIMIT 1`],
  ["spans, judgements, answers and notes belong to the article and annotator of their assignment", `INSERT INTO assignment_note (project_id, id, assignment_id, article_id, member_id, kind, body)
      SELECT a.project_id, gen_random_uuid(), a.id, b.article_id, a.member_id, 'note', 'x' FROM assignment a JOIN assignment b ON b.project_id = a.project_id AND b.article_id <> a.article_id LIMIT 1`],
  ["an operation made at most one event, and every event's operation is known", "DELETE FROM operation"],
  ["every span that was acknowledged is there", "UPDATE operation SET answer = jsonb_set(answer, '{id}', to_jsonb(gen_random_uuid()::text)) WHERE status = 201"],
  ["submitted work has its submission on record", "DELETE FROM submission"],
  ["counts per annotator equal a recount of the spans", "UPDATE rollup_count SET n = n + 1"],
  ["counts per annotator equal a recount of the spans", "DELETE FROM rollup_count"],
  ["counts per article equal a recount of the submitted work", "UPDATE rollup_article SET own_critical = own_critical + 1"],
  ["counts per article equal a recount of the submitted work", "DELETE FROM rollup_article"],
  ["counts per coder equal a recount of the marks", "UPDATE rollup_mark SET own_critical = own_critical + 1"],
  ["coders of articles equal a recount of the submitted work", "UPDATE rollup_coder SET code_points = code_points + 1"],
  ["judgements per article equal a recount of what was judged", "UPDATE rollup_judgement SET unclear = unclear + 1"],
  ["sums per outlet equal a recount of the counts per article", "UPDATE rollup_outlet SET sums = jsonb_set(sums, '{own,mean}', to_jsonb((sums #>> '{own,mean}')::numeric + 0.001)) WHERE sums -> 'own' ? 'mean'"],
  ["sums per outlet equal a recount of the counts per article", "UPDATE rollup_outlet SET sums = jsonb_set(sums, '{annotatorIds}', '[]') WHERE sums -> 'annotatorIds' <> '[]'"],
  ["sums per outlet equal a recount of the counts per article", "DELETE FROM rollup_outlet WHERE grouping = 'publisher'"],
  ["progress per annotator and outlet equals a recount of the assignments", "UPDATE rollup_progress SET n = n + 1"],
  ["progress per annotator and outlet equals a recount of the assignments", "DELETE FROM rollup_progress"],
  ["progress per article equals a recount of the assignments", "UPDATE article_progress SET submitted = submitted - 1"],
  ["labels per annotator equal a recount of the submitted marks", "DELETE FROM rollup_label"],
  ["first submissions per day equal a recount of the assignments", "UPDATE rollup_day SET day = day + 1"],
  ["seals of the audit log cover as many entries as they say", "INSERT INTO audit_seal (project_id, id, previous_digest, digest, entries) SELECT id, gen_random_uuid(), '', 'x', 7 FROM project"],
];

describe("checking the data", () => {
  beforeAll(async () => {
    await loadSample();
    // The database itself refuses this damage; a disk does not.
    await testPool().query("ALTER TABLE revision DROP CONSTRAINT revision_digest_check");
  });
  afterAll(() => closeDatabase());

  it("finds nothing wrong in the sample project", async () => {
    const asked: string[] = [];
    expect(await checkData(url(), (name) => asked.push(name))).toEqual([]);
    expect(asked.length).toBeGreaterThan(12);
  });

  it.each(BROKEN)("finds out when not: %s (%s)", async (sentence, breaking) => {
    const client = await testPool().connect();
    const copy = `broken_${Date.now().toString(36)}`;
    const tables = ["revision", "article", "block", "span_part", "span", "span_event", "judgement", "article_answer", "assignment_note", "operation", "submission", "rollup_count", "rollup_article", "rollup_mark", "rollup_coder", "rollup_judgement", "rollup_outlet", "audit_seal", "rollup_progress", "article_progress", "rollup_label", "rollup_day"];
    try {
      // Put back afterwards from copies: the checks use a connection of their own, so the damage must be committed.
      await client.query("SET session_replication_role = replica");
      for (const table of tables) await client.query(`CREATE TABLE ${copy}_${table} AS TABLE ${table}`);
      const { rowCount } = await client.query(breaking);
      expect(rowCount).toBeGreaterThan(0);
      const names = (await checkData(url())).map(({ name }) => name);
      expect(names).toContain(sentence);
    } finally {
      for (const table of tables) {
        await client.query(`DELETE FROM ${table}; INSERT INTO ${table} SELECT * FROM ${copy}_${table}; DROP TABLE ${copy}_${table}`);
      }
      await client.query("RESET session_replication_role");
      client.release();
    }
  });
});
