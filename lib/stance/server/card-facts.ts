import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { SOURCES } from "@/lib/annotations/server/rollup";
import { COUNTED_LAYER } from "@/lib/annotations/server/rollup/sums-sql";
import { rows } from "@/lib/platform/database";
import type { StanceChoice } from "../choice";
import { type FramingCounts, NO_COUNTS, sumCounts } from "../counts";
import type { ReportCard, Speaker, Whose } from "../report";
import { rowsFromCounts } from "./counts";
import { MARK } from "./marks-sql";
import { ARTICLES_UNDER, choiceValues, CODERS_UNDER, layerOf } from "./sums-sql";

/** What is known of an article of a figure beside its marks. */
export type ArticleFacts = { readonly articleId: string; readonly genre: string | null; readonly publishedOn: string | null };

/** Genre and day of publication of articles. */
export const articleFacts = (actor: MemberActor, ids: readonly string[]): Promise<ArticleFacts[]> =>
  rows<ArticleFacts>(`SELECT id AS "articleId", genre, published_on::text AS "publishedOn" FROM article WHERE project_id = $1 AND id = ANY($2::uuid[])`, [actor.projectId, ids]);

/** Which articles and figures a statement of the card is about. */
export type Figure = { readonly choice: StanceChoice; readonly whose: Whose; readonly targetIds: readonly string[] };

const PLACE = ({ choice, whose, targetIds }: Figure, actor: MemberActor): unknown[] => [...choiceValues(actor.projectId, choice, targetIds), whose.groupId ?? null, whose.workId ?? null];

const read = (choice: StanceChoice): string => `
SELECT c.article_id, c.coder_id, c.layer, cardinality(c.hidden_version_ids) > 0 AS hidden, cardinality(c.shown_version_ids) > 0 AS shown
FROM rollup_coder c JOIN article ar ON ar.project_id = c.project_id AND ar.id = c.article_id AND ar.state = 'active' ${SOURCES}
WHERE c.project_id = $1 AND ${COUNTED_LAYER(layerOf(choice))} ${CODERS_UNDER(choice)} ${ARTICLES_UNDER}
  AND ($10::uuid IS NULL OR ${choice.by}.id = (SELECT coalesce(x.merged_into_id, x.id) FROM outlet x WHERE x.project_id = $1 AND x.id = $10)) AND ($11::uuid IS NULL OR ar.work_id = $11 AND ${choice.by}.id IS NULL)`;

/** Of what was read under a choice: articles that do not address the target, and coders × articles that do, with the source hidden and shown. */
export type ReadFacts = { readonly notAddressing: number; readonly hidden: number; readonly shown: number };

/** What stands around the articles of a figure. */
export async function readFacts(actor: MemberActor, figure: Figure): Promise<ReadFacts> {
  const addressed = figure.choice.by === "publisher" ? "a.addressed_published" : "a.addressed";
  const [found] = await rowsFromCounts<ReadFacts>(
    actor,
    `read AS (${read(figure.choice)}), seen AS (
       SELECT read.*, EXISTS (SELECT FROM rollup_article a WHERE a.project_id = $1 AND a.article_id = read.article_id AND a.layer = read.layer AND a.target_id = ANY($2::uuid[]) AND ${addressed} ${figure.choice.children ? "" : "AND NOT a.family"}) AS addresses FROM read
     )
     SELECT count(DISTINCT article_id) FILTER (WHERE NOT addresses)::int AS "notAddressing", count(*) FILTER (WHERE addresses AND hidden AND NOT shown AND layer = 'raw')::int AS hidden, count(*) FILTER (WHERE addresses AND shown AND layer = 'raw')::int AS shown FROM seen`,
    PLACE(figure, actor),
  );
  return found ?? { notAddressing: 0, hidden: 0, shown: 0 };
}

type Quoted = FramingCounts & { readonly name: string | null };
/** So many speakers are named one by one. */
const TOP = 5;

/** Who is quoted on the target in the counted marks of a figure, whatever voice it is of. */
export async function readSpeakers(actor: MemberActor, figure: Figure): Promise<ReportCard["speakers"]> {
  const found = await rows<Quoted>(
    `WITH ${MARK({ ...figure.choice, voice: "quoted" })}
     SELECT k.name, count(*) FILTER (WHERE mark.framing = 'advocacy')::int AS advocacy, count(*) FILTER (WHERE mark.framing = 'neutral')::int AS neutral, count(*) FILTER (WHERE mark.framing = 'critical')::int AS critical
     FROM mark LEFT JOIN speaker k ON k.project_id = $1 AND k.id = mark.speaker_id WHERE mark.voice = 'quoted' GROUP BY k.id, k.name ORDER BY count(*) DESC, k.name, k.id`,
    [...PLACE(figure, actor), null],
  );
  const named = found.flatMap(({ name, advocacy, neutral, critical }): Speaker[] => (name === null ? [] : [{ name, spans: advocacy + neutral + critical, counts: { advocacy, neutral, critical } }]));
  const unnamed = found.find(({ name }) => name === null);
  const rest = named.slice(TOP);
  return {
    top: named.slice(0, TOP), rest: { speakers: rest.length, counts: sumCounts(rest.map((one) => one.counts)) },
    unnamed: unnamed === undefined ? NO_COUNTS : { advocacy: unnamed.advocacy, neutral: unnamed.neutral, critical: unnamed.critical },
  };
}

type Version = { readonly number: number; readonly marks: number };

/** Codebook versions of the marks (or judgements) of a figure's articles, and how many the choice of one version left out. */
export async function readVersions(actor: MemberActor, figure: Figure): Promise<ReportCard["codebook"]> {
  const { choice } = figure;
  const any = { ...choice, codebookVersion: null };
  const found = choice.measured === "spans" ? await versionsOfMarks(actor, { ...figure, choice: any }) : await versionsOfJudgements(actor, { ...figure, choice: any });
  const kept = choice.codebookVersion;
  const versions = kept === null ? found : found.filter((one) => one.number === kept);
  return { versions, leftOut: found.reduce((sum, one) => sum + one.marks, 0) - versions.reduce((sum, one) => sum + one.marks, 0) };
}

const versionsOfMarks = (actor: MemberActor, figure: Figure): Promise<Version[]> =>
  rows<Version>(`WITH ${MARK(figure.choice)} SELECT v.number, count(*)::int AS marks FROM mark JOIN codebook_version v ON v.project_id = $1 AND v.id = mark.codebook_version_id GROUP BY v.number ORDER BY v.number DESC`, [...PLACE(figure, actor), null]);

const versionsOfJudgements = (actor: MemberActor, figure: Figure): Promise<Version[]> =>
  rowsFromCounts<Version>(
    actor,
    `read AS (${read(figure.choice)}), said AS (
       SELECT j.codebook_version_id FROM read JOIN assignment a ON a.project_id = $1 AND a.article_id = read.article_id AND a.member_id = read.coder_id AND a.state = 'submitted' AND a.round = 1 AND a.phase <> 'practice'
       JOIN judgement j ON j.project_id = $1 AND j.assignment_id = a.id AND j.value IS NOT NULL JOIN target t ON t.project_id = $1 AND t.id = j.target_id AND coalesce(t.merged_into_id, t.id) = ANY($2::uuid[]) WHERE read.layer = 'raw'
       UNION ALL
       SELECT d.codebook_version_id FROM (SELECT DISTINCT article_id FROM read WHERE layer = 'adjudicated') settled JOIN decision d ON d.project_id = $1 AND d.article_id = settled.article_id AND d.subject = 'judgement' AND d.outcome = 'settled'
         AND NOT EXISTS (SELECT FROM decision_replaced gone WHERE gone.project_id = d.project_id AND gone.decision_id = d.id)
       JOIN target t ON t.project_id = $1 AND t.id = d.target_id AND coalesce(t.merged_into_id, t.id) = ANY($2::uuid[])
     )
     SELECT v.number, count(*)::int AS marks FROM said JOIN codebook_version v ON v.project_id = $1 AND v.id = said.codebook_version_id GROUP BY v.number ORDER BY v.number DESC`,
    PLACE(figure, actor),
  );
