import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import type { BlockKind } from "@/lib/articles/blocks";
import { snapsOf } from "@/lib/articles/reading";
import type { SpeechKind } from "@/lib/articles/speech/passage";
import { HEAD_JOINS, type OutletRef } from "@/lib/articles/server/article-sql";
import { READING_VERSION } from "@/lib/articles/server/reading";
import { type Bind, binder, visibleArticles } from "@/lib/articles/server/visible";
import { notFound } from "@/lib/kernel/errors";
import { row, rows } from "@/lib/platform/database";
import { decodeRanges } from "@/lib/text/token-code";
import { type Chosen, chooseArticles } from "../choose";
import type { ComparedArticle } from "../passage";
import { comparedSentences } from "../sentences";
import { checkCompares } from "./sight";

/** An article that can be compared, as a choice names it. */
export type ArticleRef = { id: string; title: string; workId: string; outlet: OutletRef | null; publisher: OutletRef | null; publishedOn: string | null; words: number; revisionId: string };

type PlainBlock = { readonly ordinal: number; readonly kind: BlockKind; readonly start: number; readonly end: number };

/** An article with everything that a comparison needs of it; offsets in code points of its current text. */
export type ReadArticle = ArticleRef & ComparedArticle & {
  readonly version: number;
  readonly text: string;
  readonly byline: string | null;
  readonly genre: string | null;
  readonly blocks: readonly PlainBlock[];
  readonly speech: readonly { readonly kind: SpeechKind; readonly start: number; readonly end: number }[];
  /** Sentences that stand behind what is compared. */
  readonly leftOut: number;
  readonly ownVoiceCodePoints: number;
};

/** A set, or articles chosen by hand without one; with every article that can be chosen (the first 500). */
export type Choice = { readonly set: { id: string; name: string; version: number } | null; readonly articles: readonly ArticleRef[]; readonly chosen: Chosen };

const MOST_LISTED = 500;
const REF = `a.id, a.title, a.work_id AS "workId", CASE WHEN o.id IS NOT NULL THEN json_build_object('id', o.id, 'name', o.name) END AS outlet, CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'name', p.name) END AS publisher,
  to_char(a.published_on, 'YYYY-MM-DD') AS "publishedOn", a.words, a.current_revision_id AS "revisionId"`;
const choosable = ({ id, workId, outlet }: ArticleRef) => ({ id, workId, outletId: outlet?.id ?? null });

/** The articles of a set that the actor may see, and which of them are compared. Archived ones are left out. 404 where there is no such set, or where nothing may be compared. */
export async function chooseFromSet(actor: MemberActor, setId: string, asked: readonly string[]): Promise<Choice> {
  checkCompares(actor);
  const set = await row<{ id: string; name: string; version: number }>("SELECT id, name, version FROM article_set WHERE project_id = $1 AND id = $2", [actor.projectId, setId]);
  if (!set) throw notFound();
  const { values, bind } = binder();
  const seen = visibleArticles(actor, bind);
  const articles = await rows<ArticleRef>(
    `SELECT ${REF} FROM article a JOIN article_set_item i ON i.project_id = a.project_id AND i.article_id = a.id AND i.set_id = ${bind(setId)} ${HEAD_JOINS}
     WHERE ${seen} AND a.state = 'active' ORDER BY i.position, a.id LIMIT ${MOST_LISTED}`,
    values,
  );
  if (articles.length === 0 && actor.role === "annotator") throw notFound();
  return { set, articles, chosen: chooseArticles(articles.map(choosable), asked) };
}

/** Articles named one by one, of those that the actor may see. Archived ones are left out. */
export async function chooseByHand(actor: MemberActor, asked: readonly string[]): Promise<Choice> {
  checkCompares(actor);
  const articles = await byIds<ArticleRef>(actor, asked, () => REF, HEAD_JOINS);
  return { set: null, articles, chosen: chooseArticles(articles.map(choosable), asked) };
}

async function byIds<T extends { id: string }>(actor: MemberActor, ids: readonly string[], columns: (bind: Bind) => string, joins: string): Promise<T[]> {
  const { values, bind } = binder();
  const seen = visibleArticles(actor, bind);
  const found = await rows<T>(`SELECT ${columns(bind)} FROM article a ${joins} WHERE ${seen} AND a.state = 'active' AND a.id = ANY(${bind(ids)}::uuid[])`, values);
  const byId = new Map(found.map((one) => [one.id, one]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

type Stored = Omit<ReadArticle, "sentences" | "leftOut"> & { read: string | null };

/** The texts of articles that the actor may see, with their sentences, in the order of the ids. */
export async function readCompared(actor: MemberActor, ids: readonly string[]): Promise<ReadArticle[]> {
  checkCompares(actor);
  const stored = await byIds<Stored>(
    actor,
    ids,
    (bind) => `${REF}, a.language, a.byline, a.genre, a.own_voice_code_points AS "ownVoiceCodePoints", a.version, r.text,
      CASE WHEN r.reading_version = ${bind(READING_VERSION)}::int THEN r.sentences END AS read,
      (SELECT coalesce(json_agg(json_build_object('ordinal', b.ordinal, 'kind', b.kind, 'start', b.start_offset, 'end', b.end_offset) ORDER BY b.ordinal), '[]') FROM block b WHERE b.project_id = a.project_id AND b.revision_id = r.id) AS blocks,
      (SELECT coalesce(json_agg(json_build_object('kind', w.kind, 'start', w.start_offset, 'end', w.end_offset) ORDER BY w.ordinal), '[]') FROM speech w WHERE w.project_id = a.project_id AND w.revision_id = r.id) AS speech`,
    `${HEAD_JOINS} JOIN revision r ON r.project_id = a.project_id AND r.id = a.current_revision_id`,
  );
  return stored.map(({ read, ...article }) => ({ ...article, ...comparedSentences(article.text, article.blocks, decodeRanges(read ?? snapsOf(article.text, article.blocks, article.language).sentences), ids.length) }));
}
