import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { currentCodebook } from "@/lib/codebook/server/cached";
import { row } from "@/lib/platform/database";
import { dataVersion } from "./data-version";

/** What can be chosen on the agreement page, with how many articles or assignments it means. */
export type Choices = {
  readonly annotators: readonly { readonly id: string; readonly name: string; readonly submitted: number }[];
  readonly targets: readonly { readonly id: string; readonly name: string }[];
  readonly sets: readonly { readonly id: string; readonly name: string; readonly level: "span" | "article"; readonly choice: "single" | "multiple" }[];
  /** Which of the questions that come with every mark the codebook asks. */
  readonly asks: { readonly voice: boolean; readonly device: boolean };
  readonly genres: readonly { readonly genre: string; readonly articles: number }[];
  readonly codebookVersions: readonly number[];
  readonly phases: readonly { readonly phase: string; readonly submitted: number }[];
  readonly rounds: readonly number[];
  readonly articleSets: readonly { readonly id: string; readonly name: string; readonly articles: number }[];
  /** Whether sources are hidden from annotators in this project, or were. */
  readonly sourceBlind: boolean;
};

const SUBMITTED = "a.project_id = $1 AND a.first_submitted_at IS NOT NULL AND a.state <> 'withdrawn' AND a.phase <> 'practice'";
const list = (select: string): string => `(SELECT coalesce(json_agg(x), '[]') FROM (${select}) x)`;

const CHOICES = `
SELECT ${list(`SELECT m.id, m.pseudonym AS name, count(*)::int AS submitted FROM assignment a JOIN member m ON m.project_id = a.project_id AND m.id = a.member_id WHERE ${SUBMITTED} GROUP BY m.id, m.pseudonym, m.joined_at ORDER BY m.joined_at, m.id`)} AS annotators,
  ${list("SELECT t.id, t.name FROM target t WHERE t.project_id = $1 AND t.merged_into_id IS NULL ORDER BY t.position, t.name_key, t.id")} AS targets,
  ${list(`SELECT ar.genre, count(DISTINCT ar.id)::int AS articles FROM article ar JOIN assignment a ON a.project_id = ar.project_id AND a.article_id = ar.id WHERE ${SUBMITTED} AND ar.genre IS NOT NULL GROUP BY ar.genre ORDER BY ar.genre`)} AS genres,
  (SELECT coalesce(json_agg(v.number ORDER BY v.number DESC), '[]') FROM codebook_version v WHERE v.project_id = $1 AND v.state = 'published') AS "codebookVersions",
  ${list(`SELECT a.phase, count(*)::int AS submitted FROM assignment a WHERE ${SUBMITTED} GROUP BY a.phase ORDER BY a.phase`)} AS phases,
  (SELECT coalesce(json_agg(DISTINCT a.round), '[]') FROM assignment a WHERE ${SUBMITTED}) AS rounds,
  ${list("SELECT s.id, s.name, count(i.article_id)::int AS articles FROM article_set s LEFT JOIN article_set_item i ON i.project_id = s.project_id AND i.set_id = s.id WHERE s.project_id = $1 GROUP BY s.id, s.name, s.name_key ORDER BY s.name_key, s.id")} AS "articleSets",
  (SELECT p.source_blind FROM project p WHERE p.id = $1) OR EXISTS (SELECT FROM assignment a WHERE a.project_id = $1 AND a.source_seen_at IS NOT NULL) AS "sourceBlind"`;

const MOST = 50;
const kept = new Map<string, { readonly version: string; readonly choices: Choices }>();

/** What can be chosen, with counts; from memory where nothing changed that the figures rest on. */
export async function readChoices(actor: MemberActor): Promise<Choices> {
  // Read before: what changes meanwhile has another version, and nobody asks for this one again.
  const version = await dataVersion(actor);
  const before = kept.get(actor.projectId);
  if (before?.version === version) return before.choices;
  const [found, { content }] = await Promise.all([row<Omit<Choices, "sets" | "asks">>(CHOICES, [actor.projectId]), currentCodebook(actor)]);
  if (!found) throw new Error("a project has choices");
  const choices = { ...found, sets: content.sets.map(({ id, name, level, choice }) => ({ id, name, level, choice })), asks: { voice: content.asks.voice, device: content.asks.device } };
  kept.delete(actor.projectId);
  kept.set(actor.projectId, { version, choices });
  const oldest = kept.size > MOST ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
  return choices;
}
