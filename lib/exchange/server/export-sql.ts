import "server-only";
import { TOLD_PHASE } from "@/lib/assignments/server/assign-sql";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { titleMask } from "@/lib/articles/server/source-mask";
import { currentCodebook } from "@/lib/codebook/server/cached";
import { labelsOf } from "@/lib/codebook/content";
import { resolveLabel } from "@/lib/codebook/lineage";

/** Rows of one page; small enough that a page of long quotes stays small too. */
export const PAGE_SIZE = 500;
/** Code points before and after a quote, to find it again in another copy of the text. */
export const BESIDE = 32;
/** Where the first page begins. */
export const FIRST = "00000000-0000-0000-0000-000000000000";

const outlet = (column: string, alias: string): string => `
  LEFT JOIN outlet ${alias}0 ON ${alias}0.project_id = ar.project_id AND ${alias}0.id = ar.${column}
  LEFT JOIN outlet ${alias} ON ${alias}.project_id = ar.project_id AND ${alias}.id = coalesce(${alias}0.merged_into_id, ${alias}0.id)`;

/** The target of a mark as `t`, seen through merges, and as it was chosen as `t0`. */
export const TARGET = (mark: string): string => `
  JOIN target t0 ON t0.project_id = ${mark}.project_id AND t0.id = ${mark}.target_id
  JOIN target t ON t.project_id = ${mark}.project_id AND t.id = coalesce(t0.merged_into_id, t0.id)`;

/** A moment in UTC after ISO 8601. */
export const MOMENT = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Article and outlets of a row as `ar`, `o` and `p`. */
export const AROUND_ARTICLE = (mark: string): string => `JOIN article ar ON ar.project_id = ${mark}.project_id AND ar.id = ${mark}.article_id ${outlet("outlet_id", "o")} ${outlet("publisher_id", "p")}`;
/** Assignment, annotator, article and outlets of a row `s` as `a`, `m`, `ar`, `o` and `p`. */
export const AROUND = `JOIN assignment a ON a.project_id = s.project_id AND a.id = s.assignment_id
JOIN member m ON m.project_id = s.project_id AND m.id = s.member_id
${AROUND_ARTICLE("s")}`;
export const ABOUT = `ar.id AS "articleId", ar.work_id AS "workId", ar.title, o.name AS outlet, p.name AS publisher`;
export const WORK = `CASE WHEN $3::int = 2 THEN a.phase ELSE ${TOLD_PHASE("a")} END AS phase, a.round, a.state AS "assignmentState"`;
/** Needs the stamped codebook version as `v`. */
export const CIRCUMSTANCES = `s.source_blind AS "sourceBlind", s.peers_seen AS "peersSeen", s.changed_after_reveal AS "changedAfterReveal", v.number AS "codebookVersion", ${WORK}`;

type About = { articleId: string; title: string; outlet: string | null; publisher: string | null; workId: string | null };

/** Rows without what gives their article's source away, for whom it is hidden from. */
export async function withoutSources<T extends About>(actor: MemberActor, found: readonly T[]): Promise<T[]> {
  const mask = await titleMask(actor, { articleIds: [...new Set(found.map((one) => one.articleId))] });
  return found.map((one) => (mask.hidden(one.articleId) ? { ...one, title: mask.title(one.articleId, one.title), outlet: null, publisher: null, workId: null, ...("textSha256" in one ? { textSha256: null } : {}) } : one));
}

/** Names labels as "set: label", seen through merges, from the newest codebook; and sets. */
export async function labelNames(actor: MemberActor): Promise<{ labels: (ids: readonly string[]) => string[]; set: (id: string) => string }> {
  const { content } = await currentCodebook(actor);
  const names = new Map(labelsOf(content).map(({ set, label }) => [label.id, `${set.name}: ${label.name}`]));
  const sets = new Map(content.sets.map((set) => [set.id, set.name]));
  return { labels: (ids) => [...new Set(ids.map((id) => names.get(resolveLabel(content, id)) ?? id))], set: (id) => sets.get(id) ?? id };
}
