import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import type { Counts, Progress } from "../progress";
import type { Match } from "./search/matches";
import { seesAllArticles, seesProgress, type Bind } from "./visible";

/** An outlet as an article names it. */
export type OutletRef = { id: string; name: string };

/** What every answer about an article says of it; never its text. */
export type ArticleHead = {
  id: string;
  title: string;
  outlet: OutletRef | null;
  publisher: OutletRef | null;
  byline: string | null;
  url: string | null;
  publishedOn: string | null;
  capturedAt: Date;
  genre: string | null;
  language: string | null;
  words: number;
  codePoints: number;
  /** Null where the source is hidden: the number depends on it. */
  ownVoiceCodePoints: number | null;
  archived: boolean;
  createdAt: Date;
  version: number;
  /** Whether outlet, publisher, byline and address are kept from the reader for now. */
  sourceHidden?: boolean | undefined;
};

const outletJson = (alias: string): string => `CASE WHEN ${alias}.id IS NOT NULL THEN json_build_object('id', ${alias}.id, 'name', ${alias}.name) END`;

/** The columns of `ArticleHead`; needs the joins of `HEAD_JOINS`. Merged outlets show under the name they were merged into. */
export const HEAD_COLUMNS = `a.id, a.title, ${outletJson("o")} AS outlet, ${outletJson("p")} AS publisher, a.byline, a.url,
  to_char(a.published_on, 'YYYY-MM-DD') AS "publishedOn", a.captured_at AS "capturedAt", a.genre, a.language, a.words,
  a.code_points AS "codePoints", a.own_voice_code_points AS "ownVoiceCodePoints", a.state = 'archived' AS archived,
  a.created_at AS "createdAt", a.version`;

const joinOutlet = (column: string, alias: string): string => `
  LEFT JOIN outlet ${alias}0 ON ${alias}0.project_id = a.project_id AND ${alias}0.id = a.${column}
  LEFT JOIN outlet ${alias} ON ${alias}.project_id = a.project_id AND ${alias}.id = coalesce(${alias}0.merged_into_id, ${alias}0.id)`;

export const HEAD_JOINS = `${joinOutlet("outlet_id", "o")} ${joinOutlet("publisher_id", "p")}`;

/** What depends on who asks: progress for coordinators and reviewers, one's own assignment, copies for those who see all articles. */
export type ArticleView = { counts: Counts | null; own: { assignmentId: string; state: string } | null; copies: number | null };
/** `match` is where a search found its words; null where nothing is searched for. */
export type ListedArticle = ArticleHead & ArticleView & { progress: Progress | null; match: Match | null };

const COUNTS = `(SELECT json_build_object('assigned', count(*) FILTER (WHERE s.state = 'assigned'), 'inProgress', count(*) FILTER (WHERE s.state IN ('in_progress', 'returned')),
    'submitted', count(*) FILTER (WHERE s.state = 'submitted')) FROM assignment s WHERE s.project_id = a.project_id AND s.article_id = a.id AND s.state <> 'withdrawn')`;
const COPIES = `(SELECT count(*)::int FROM article c WHERE c.project_id = a.project_id AND c.work_id = a.work_id AND c.id <> a.id AND c.state = 'active')`;

/** The columns of `ArticleView`. Nothing here depends on peers' work for an annotator. */
export function viewColumns(actor: MemberActor, bind: Bind): string {
  const own = `(SELECT json_build_object('assignmentId', s.id, 'state', s.state) FROM assignment s
    WHERE s.project_id = a.project_id AND s.article_id = a.id AND s.member_id = ${bind(actor.memberId)} AND s.state <> 'withdrawn' ORDER BY s.round DESC LIMIT 1)`;
  return `${seesProgress(actor) ? COUNTS : "NULL::json"} AS counts, ${own} AS own, ${seesAllArticles(actor) ? COPIES : "NULL::int"} AS copies`;
}
