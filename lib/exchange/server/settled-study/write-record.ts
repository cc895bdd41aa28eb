import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { BASIS } from "@/lib/adjudication/server/marks";
import { nameKey } from "@/lib/articles/name-key";
import { conflict } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { StudyArticle } from "../../settled-study";

const DECISIONS = `
INSERT INTO decision (project_id, id, article_id, revision_id, codebook_version_id, number, subject, target_id, start_offset, end_offset, outcome, method, value, member_id)
SELECT $1, x.id, ar.id, ar.current_revision_id, $3, x.number, x.subject, x.target, x.s, x.e, 'settled', x.method, x.value::jsonb, $2
FROM unnest($4::uuid[], $5::uuid[], $6::int[], $7::text[], $8::uuid[], $9::int[], $10::int[], $11::text[], $12::text[]) AS x(id, article, number, subject, target, s, e, method, value) JOIN article ar ON ar.project_id = $1 AND ar.id = x.article`;

const SPEAKERS = "INSERT INTO speaker (project_id, id, name, name_key) SELECT $1, gen_random_uuid(), x.name, x.name FROM (SELECT DISTINCT name FROM unnest($2::text[]) AS name) x WHERE x.name IS NOT NULL ON CONFLICT DO NOTHING";

const SPANS = `
INSERT INTO settled_span (project_id, id, decision_id, article_id, target_id, codebook_version_id, framing, voice, speaker_id, directness, device, note)
SELECT $1, x.id, x.decision, x.article, x.target, $2, x.framing, x.voice, k.id, x.directness, x.device, x.note
FROM unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[]) AS x(id, decision, article, target, framing, voice, speaker, directness, device, note) LEFT JOIN speaker k ON k.project_id = $1 AND k.name_key = x.speaker`;

const PARTS = `
INSERT INTO settled_part (project_id, settled_span_id, revision_id, ordinal, start_offset, end_offset, quote)
SELECT $1, x.span, ar.current_revision_id, x.ordinal, x.s, x.e, x.quote FROM unnest($2::uuid[], $3::uuid[], $4::int[], $5::int[], $6::int[], $7::text[]) AS x(span, article, ordinal, s, e, quote) JOIN article ar ON ar.project_id = $1 AND ar.id = x.article`;

const SETTLED = `
INSERT INTO adjudication (project_id, article_id, state, settled_by, settled_at, basis)
SELECT $1, ar.id, 'settled', $2, now(), ${BASIS} FROM article ar WHERE ar.project_id = $1 AND ar.id = ANY($3::uuid[])`;

type Decision = { id: string; articleId: string; number: number; subject: string; targetId: string | null; start: number | null; end: number | null; method: string; value: string | null };

/**
 * Writes the settled records of articles that were just written: a decision for each mark (added, since nobody's marks
 * stand behind it) and each judgement, and the settlement, all by whoever loads the study and under the newest
 * published codebook. Throws 409 where there is none.
 */
export async function writeRecords(actor: MemberActor, articles: readonly StudyArticle[], ids: ReadonlyMap<string, string>, targets: ReadonlyMap<string, string>, tx: Sql): Promise<void> {
  const codebook = await row<{ id: string }>("SELECT id FROM codebook_version WHERE project_id = $1 AND state = 'published' ORDER BY number DESC LIMIT 1", [actor.projectId], tx);
  if (!codebook) throw conflict("The project has no published codebook, and settled marks stand under one. Publish it first.");
  const targetOf = (name: string): string => targets.get(nameKey(name)) ?? "";
  const decisions: Decision[] = [];
  const spans = articles.flatMap(({ key, spans: marks, judgements }) => {
    const articleId = ids.get(key) ?? "";
    let number = 0;
    const decide = (said: Partial<Decision>): string => {
      const made = { id: newId(), articleId, number: (number += 1), subject: "article", targetId: null, start: null, end: null, method: "merged", value: null, ...said };
      decisions.push(made);
      return made.id;
    };
    const written = marks.map((mark) => ({ ...mark, id: newId(), articleId, decisionId: decide({ subject: "cluster", start: mark.parts[0]!.start, end: mark.parts.at(-1)!.end, method: "added" }) }));
    for (const { target, value } of judgements) decide({ subject: "judgement", targetId: targetOf(target), method: "edited", value: JSON.stringify(value) });
    decide({});
    return written;
  });
  await rows(DECISIONS, [actor.projectId, actor.memberId, codebook.id, ...columns(decisions, "id", "articleId", "number", "subject", "targetId", "start", "end", "method", "value")], tx);
  await rows(SPEAKERS, [actor.projectId, spans.map((one) => one.speaker)], tx);
  await rows(SPANS, [actor.projectId, codebook.id, ...columns(spans, "id", "decisionId", "articleId"), spans.map((one) => targetOf(one.target)), ...columns(spans, "framing", "voice", "speaker", "directness", "device", "note")], tx);
  const parts = spans.flatMap(({ id, articleId, parts: all }) => all.map((part, i) => ({ ...part, id, articleId, ordinal: i + 1 })));
  await rows(PARTS, [actor.projectId, ...columns(parts, "id", "articleId", "ordinal", "start", "end", "quote")], tx);
  if (spans.length > 1_000) await rows("ANALYZE decision, settled_span, settled_part", [], tx);
  await rows(SETTLED, [actor.projectId, actor.memberId, [...ids.values()]], tx);
}

const columns = <R, K extends keyof R>(all: readonly R[], ...keys: readonly K[]): R[K][][] => keys.map((key) => all.map((one) => one[key]));
