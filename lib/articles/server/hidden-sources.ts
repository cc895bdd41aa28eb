import "server-only";
import { rows } from "@/lib/platform/database";
import type { Actor, MemberActor } from "@/lib/accounts/server/actor";
import type { BlockKind } from "../blocks";
import { sourceNames, type SourceName } from "../source-names";
import type { Bind } from "./visible";

/** A text as stored, with its blocks; offsets in code points. */
export type HiddenText = { id: string; number: number; current: boolean; text: string; blocks: { kind: BlockKind; start: number; end: number }[] };

/** An article whose source is kept from somebody, and what would give it away. */
export type HiddenSource = {
  articleId: string;
  /** Their own assignments of it. */
  assignmentIds: string[];
  names: readonly SourceName[];
  /** No block is a headline, so that the title may be a copy of page chrome. */
  wholeTitle: boolean;
  codePoints: number;
  reveal: "by_coordinator" | "own_submission";
  texts: HiddenText[];
};

/**
 * The where clause for articles (alias `a`) whose source is kept from the actor: all that were not shown to them
 * through an assignment of their own. False for whoever is not blind.
 */
export const hiddenSource = (actor: MemberActor, bind: Bind, a = "a"): string =>
  actor.sourceBlind ? `NOT EXISTS (SELECT FROM assignment seen WHERE seen.project_id = ${a}.project_id AND seen.article_id = ${a}.id AND seen.member_id = ${bind(actor.memberId)} AND seen.source_seen_at IS NOT NULL)` : "FALSE";

// Names are read per outlet, not per article: hundreds of articles share a few. Outlets that were merged keep their
// names under the one they were merged into, and all of them give it away.
const HIDDEN = (whose: string, texts: boolean): string => `
WITH blind AS (
  SELECT m.project_id, m.id AS member_id, p.source_reveal FROM member m JOIN project p ON p.id = m.project_id AND p.source_blind AND p.revealed_at IS NULL
  WHERE ${whose} AND m.role = 'annotator'
), own AS (
  SELECT s.project_id, s.article_id, min(b.source_reveal) AS reveal, array_agg(s.id::text) AS "assignmentIds" FROM blind b
  JOIN assignment s ON s.project_id = b.project_id AND s.member_id = b.member_id
  WHERE ($2::uuid[] IS NULL OR s.article_id = ANY($2::uuid[])) AND ($3::uuid[] IS NULL OR s.article_id IN (SELECT x.article_id FROM assignment x WHERE x.project_id = b.project_id AND x.member_id = b.member_id AND x.id = ANY($3::uuid[])))
  GROUP BY 1, 2 HAVING bool_and(s.source_seen_at IS NULL)
), found AS (
  SELECT own.*, ar.outlet_id, ar.publisher_id, ar.byline, ar.url, ar.code_points, ar.current_revision_id FROM own JOIN article ar ON ar.project_id = own.project_id AND ar.id = own.article_id
), named AS (
  SELECT s.project_id, s.id, array_agg(n.name) FILTER (WHERE n.name IS NOT NULL) AS names, array_agg(n.domain) FILTER (WHERE n.domain IS NOT NULL) AS domains FROM (SELECT project_id, outlet_id AS id FROM found UNION SELECT project_id, publisher_id FROM found) s
  JOIN outlet o ON o.project_id = s.project_id AND o.id = s.id
  JOIN outlet x ON x.project_id = s.project_id AND (x.id IN (o.id, o.merged_into_id) OR x.merged_into_id IN (o.id, o.merged_into_id))
  CROSS JOIN LATERAL (SELECT x.name, NULL AS domain UNION ALL SELECT al.alias, NULL FROM outlet_alias al WHERE al.project_id = x.project_id AND al.outlet_id = x.id UNION ALL SELECT NULL, d.domain FROM outlet_domain d WHERE d.project_id = x.project_id AND d.outlet_id = x.id) n
  GROUP BY 1, 2
)
SELECT f.article_id AS "articleId", f."assignmentIds", f.reveal, f.byline, f.url, f.code_points AS "codePoints",
  coalesce(o.names, '{}') || coalesce(p.names, '{}') AS names, coalesce(o.domains, '{}') || coalesce(p.domains, '{}') AS domains,
  NOT EXISTS (SELECT FROM block b WHERE b.project_id = f.project_id AND b.revision_id = f.current_revision_id AND b.kind = 'headline') AS "wholeTitle",
  ${texts ? `(SELECT json_agg(json_build_object('id', r.id, 'number', r.number, 'current', r.id = f.current_revision_id, 'text', r.text, 'blocks',
      (SELECT coalesce(json_agg(json_build_object('kind', b.kind, 'start', b.start_offset, 'end', b.end_offset) ORDER BY b.ordinal), '[]') FROM block b WHERE b.project_id = r.project_id AND b.revision_id = r.id)))
     FROM revision r WHERE r.project_id = f.project_id AND r.article_id = f.article_id)` : "'[]'::json"} AS texts
FROM found f LEFT JOIN named o ON o.project_id = f.project_id AND o.id = f.outlet_id LEFT JOIN named p ON p.project_id = f.project_id AND p.id = f.publisher_id`;

type Found = Omit<HiddenSource, "names"> & { names: string[]; domains: string[]; byline: string | null; url: string | null };
const read = ({ names, domains, byline, url, ...rest }: Found): HiddenSource => ({ ...rest, names: sourceNames({ names, domains, byline, url }) });

/** Which articles, by their own id or by that of an assignment of the actor's own. */
export type Wanted = { articleIds: readonly string[] } | { assignmentIds: readonly string[] };

/** Those of the wanted articles whose source is kept from the actor; with their texts only when asked, since these are long. */
export async function hiddenSources(actor: MemberActor, wanted: Wanted, texts: boolean): Promise<HiddenSource[]> {
  if (!actor.sourceBlind) return [];
  const [articles, assignments] = "articleIds" in wanted ? [wanted.articleIds, null] : [null, wanted.assignmentIds];
  if ((articles ?? assignments)?.length === 0) return [];
  return (await rows<Found>(HIDDEN("m.project_id = $1 AND m.id = $4", texts), [actor.projectId, articles, assignments, actor.memberId])).map(read);
}

/** Every article whose source is kept from a person in any of their projects, also in those that they have left. */
export async function sourcesHiddenFromMe(actor: Actor): Promise<HiddenSource[]> {
  if (actor.userId === null) return [];
  return (await rows<Found>(HIDDEN("m.user_id = $1", true), [actor.userId, null, null])).map(read);
}
