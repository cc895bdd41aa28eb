import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { invalid } from "@/lib/kernel/errors";
import { row, rows } from "@/lib/platform/database";
import { pairKey } from "../facets";
import type { QueueWish } from "../queue-wish";
import { hidesNames } from "./names";
import { refreshStale } from "./refresh";

export type QueueItem = {
  articleId: string; title: string; agreement: number | null; clusters: number; unanimous: number; undecided: number; annotators: number; state: "open" | "settled" | "reopened";
  claimedBy: { id: string; name: string } | null; claimedUntil: string | null; firstSubmittedAt: string | null; questions: number; gaps: number;
};
export type Queue = { items: QueueItem[]; next: string | null; totals: { articles: number; settled: number; reopened: number; undecided: number } };

const PAGE = 50;
/** Sorts behind every agreement: nobody can agree alone. */
const NO_AGREEMENT = 2;

const REOPENED = `(j.state = 'open' AND EXISTS (SELECT FROM decision d WHERE d.project_id = j.project_id AND d.article_id = j.article_id AND d.subject = 'article' AND d.outcome = 'reopened'))`;
const FROM = `FROM adjudication j JOIN article ar ON ar.project_id = j.project_id AND ar.id = j.article_id AND ar.state <> 'archived' WHERE j.project_id = $1 AND j.annotators > 0`;
const KEYS = { disagreement: `coalesce(j.agreement, ${NO_AGREEMENT})`, age: "extract(epoch FROM coalesce(j.first_submitted_at, now()))::float8" } as const;
const STATUS = { open: "j.state = 'open'", settled: "j.state = 'settled'", reopened: REOPENED, all: "true" } as const;
const MINE = `(j.claimed_by = $2 AND j.claimed_until > now() OR EXISTS (
  SELECT FROM thread h JOIN message x ON x.project_id = h.project_id AND x.thread_id = h.id JOIN mention n ON n.project_id = x.project_id AND n.message_id = x.id AND n.member_id = $2 AND n.seen_at IS NULL WHERE h.project_id = $1 AND h.article_id = j.article_id))`;

/**
 * The articles to adjudicate: where annotators agree least first, or the longest waiting first, 50 to a page. Rows that
 * are not up to date are computed anew on the way, a bounded number of them. Where names of annotators are hidden from
 * the actor, there is no filter by pair.
 */
export async function adjudicationQueue(actor: MemberActor, wish: QueueWish): Promise<Queue> {
  if (wish.pair && (await hidesNames(actor))) throw invalid("Names of annotators are hidden in this project, so there is no filter by them.", { errors: [{ path: "/pair", message: "names are hidden" }] });
  await refreshStale(actor);
  const values: unknown[] = [actor.projectId, actor.memberId];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const has = (facet: string, key: string | undefined): string => (key === undefined ? "true" : `j.facets -> '${facet}' ? ${bind(key)}`);
  const key = KEYS[wish.sort];
  const after = wish.cursor === undefined ? null : readCursor(wish.cursor);
  const where = [
    STATUS[wish.status], has("target", wish.target), has("label", wish.label), has("state", wish.state), has("pair", wish.pair && pairKey(...wish.pair)),
    wish.gap ? "(j.facets ->> 'gap')::int > 0" : "true", wish.mine ? MINE : "$2::uuid IS NOT NULL",
    after ? `(${key}, j.article_id) > (${bind(after.key)}::float8, ${bind(after.id)}::uuid)` : "true",
  ].join(" AND ");
  const found = await rows<QueueItem & { sortKey: number }>(
    `SELECT j.article_id AS "articleId", ar.title, j.agreement, j.clusters, j.unanimous, j.undecided, j.annotators, CASE WHEN ${REOPENED} THEN 'reopened' ELSE j.state END AS state, ${key} AS "sortKey",
       CASE WHEN j.claimed_until > now() THEN (SELECT jsonb_build_object('id', m.id, 'name', m.pseudonym) FROM member m WHERE m.project_id = j.project_id AND m.id = j.claimed_by) END AS "claimedBy",
       CASE WHEN j.claimed_until > now() THEN to_jsonb(j.claimed_until) #>> '{}' END AS "claimedUntil", to_jsonb(j.first_submitted_at) #>> '{}' AS "firstSubmittedAt",
       (SELECT count(*)::int FROM question q WHERE q.project_id = j.project_id AND q.article_id = j.article_id) AS questions, coalesce((j.facets ->> 'gap')::int, 0) AS gaps
     ${FROM} AND ${where} ORDER BY ${key}, j.article_id LIMIT ${PAGE + 1}`,
    values,
  );
  const totals = await row<Queue["totals"]>(
    `SELECT count(*)::int AS articles, (count(*) FILTER (WHERE j.state = 'settled'))::int AS settled, (count(*) FILTER (WHERE ${REOPENED}))::int AS reopened, coalesce(sum(j.undecided) FILTER (WHERE j.state = 'open'), 0)::int AS undecided ${FROM}`,
    [actor.projectId],
  );
  const page = found.slice(0, PAGE);
  const last = page.at(-1);
  return { items: page.map(({ sortKey: _, ...item }) => item), next: found.length > PAGE && last ? writeCursor(last.sortKey, last.articleId) : null, totals: totals! };
}

const writeCursor = (key: number, id: string): string => `${key}~${id}`;

function readCursor(text: string): { key: number; id: string } {
  const [key = "", id = ""] = text.split("~");
  if (!/^\d+(\.\d+)?(e-?\d+)?$/u.test(key) || !/^[0-9a-f-]{36}$/u.test(id)) throw invalid("This place in the list is not one of ours.", { errors: [{ path: "/cursor", message: "unknown" }] });
  return { key: Number(key), id };
}
