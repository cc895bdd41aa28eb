import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { rows } from "@/lib/platform/database";
import { searchConfig } from "../../search/config";
import { proposeEvents, type Proposal, type Told } from "../../sets/propose";
import { HEAD_JOINS } from "../article-sql";

export type ProposedArticle = { id: string; title: string; outlet: string | null; publishedOn: string; workId: string };
export type ProposedSet = Omit<Proposal, "articleIds"> & { articles: ProposedArticle[] };
/** `looked` is how many articles were compared; `next` is the day from which on to look further back. */
export type Proposals = { items: ProposedSet[]; looked: number; next: string | null };

/** Articles that are compared with one another in one answer. */
const COMPARED = 500;
const SHOWN = 100;
/** Words of each article that are compared, and code points in which their spelling is looked up. */
const MOST_WORDS = 1_000;
const LOOKED = 8_000;

/**
 * Groups of articles that seem to tell one event, from the newest dated articles that are in no set of an event yet;
 * `until` is the last day that is looked at. The words of an article are those at its beginning where it is enormous.
 */
export async function proposeSets(actor: MemberActor, until?: string): Promise<Proposals> {
  const told = await rows<Told & ProposedArticle & { language: string | null }>(
    `SELECT a.id, a.work_id AS "workId", a.title, o.name AS outlet, a.language, to_char(a.published_on, 'YYYY-MM-DD') AS day, to_char(a.published_on, 'YYYY-MM-DD') AS "publishedOn",
       (SELECT coalesce(array_agg(w.word), '{}') FROM (SELECT word FROM unnest(tsvector_to_array(s.words)) AS word WHERE word ~ '^[[:alpha:]]' LIMIT ${MOST_WORDS}) w) AS words
     FROM (
       SELECT * FROM article a WHERE a.project_id = $1 AND a.state = 'active' AND a.published_on IS NOT NULL AND ($2::date IS NULL OR a.published_on <= $2::date)
         AND NOT EXISTS (SELECT FROM article_set_item i JOIN article_set e ON e.project_id = i.project_id AND e.id = i.set_id AND e.kind = 'event' WHERE i.project_id = a.project_id AND i.article_id = a.id)
       ORDER BY a.published_on DESC, a.id LIMIT ${COMPARED}
     ) a ${HEAD_JOINS} JOIN search_chunk s ON s.project_id = a.project_id AND s.article_id = a.id AND s.ordinal = 0
     ORDER BY a.published_on DESC, a.id`,
    [actor.projectId, until ?? null],
  );
  const about = new Map(told.map((one) => [one.id, one]));
  const proposals = proposeEvents(told).slice(0, SHOWN);
  const spellings = await spelt(actor, proposals, about);
  const items = proposals.map(({ articleIds, words, ...rest }): ProposedSet => ({
    ...rest,
    words: words.map((word) => spellings.get(`${articleIds[0]} ${word}`) ?? word),
    articles: articleIds.flatMap((id) => about.get(id) ?? []).map(({ id, title, outlet, publishedOn, workId }) => ({ id, title, outlet, publishedOn, workId })),
  }));
  const first = told.reduce<string | null>((day, one) => (day === null || one.day < day ? one.day : day), null);
  // A day that fills the whole answer is left behind, so that looking further back comes to an end.
  const next = told.length < COMPARED ? null : first === until ? dayBefore(first) : first;
  return { items, looked: told.length, next };
}

const dayBefore = (day: string | null): string | null => (day === null ? null : new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10));

/** How the shown words are spelt in the first article of each proposal: the index keeps stems. */
async function spelt(actor: MemberActor, proposals: readonly Proposal[], about: ReadonlyMap<string, { language: string | null }>): Promise<Map<string, string>> {
  const firsts = proposals.map((one) => one.articleIds[0] ?? "");
  const found = await rows<{ id: string; lexeme: string; token: string }>(
    `SELECT DISTINCT ON (x.id, l.lexeme) x.id, l.lexeme, t.token FROM unnest($2::uuid[], $3::text[]) AS x(id, config)
     JOIN article a ON a.project_id = $1 AND a.id = x.id JOIN revision r ON r.project_id = $1 AND r.id = a.current_revision_id
     CROSS JOIN LATERAL (SELECT DISTINCT token FROM ts_parse('default', left(r.text, ${LOOKED}))) t
     CROSS JOIN LATERAL unnest(to_tsvector(x.config::regconfig, t.token)) l WHERE l.lexeme = ANY($4::text[]) ORDER BY x.id, l.lexeme, t.token COLLATE "C"`,
    [actor.projectId, firsts, firsts.map((id) => searchConfig(about.get(id)?.language ?? null)), [...new Set(proposals.flatMap((one) => one.words))]],
  );
  return new Map(found.map(({ id, lexeme, token }) => [`${id} ${lexeme}`, token]));
}
