import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { SOURCES } from "@/lib/annotations/server/rollup";
import { SAID } from "@/lib/annotations/server/rollup/base-sql";
import { COUNTED_LAYER_OF_ALL } from "@/lib/annotations/server/rollup/sums-sql";
import type { StanceChoice } from "../choice";
import type { Observation } from "../sums";
import { rowsFromCounts } from "./counts";
import { ARTICLES_UNDER, choiceValues, EACH_UNDER, layerOf, VERSION } from "./sums-sql";
import { targetsOfChoice } from "./targets";

/** Of which target, and where given of which outlet (or publisher) alone, observations are read; `groupId` null: of works whose outlet nobody knows. */
export type Wanted = { readonly targetId: string; readonly groupId?: string | null | undefined };

const sum = (prefixes: readonly string[], framing: string): string => prefixes.map((prefix) => `e.${prefix}_${framing}`).join(" + ");

function counted(choice: StanceChoice): string[] {
  const own = choice.by === "publisher" ? ["own", "publisher"] : ["own"];
  return choice.voice === "own" ? own : choice.voice === "quoted" ? ["quoted"] : [...own, "quoted", "embedded", "none"];
}

function ofSpans(choice: StanceChoice): string {
  const prefixes = counted(choice);
  const [advocacy, neutral, critical] = ["advocacy", "neutral", "critical"].map((framing) => sum(prefixes, framing));
  return `${EACH_UNDER(choice)}, seen AS (
    SELECT e.article_id, e.target_id, e.coder_id, coalesce(((${advocacy}) - (${critical}))::float8 / nullif((${advocacy}) + (${neutral}) + (${critical}), 0), 0) AS value, (${advocacy}) + (${neutral}) + (${critical}) AS spans
    FROM each_coder e WHERE ${choice.by === "publisher" ? "e.addressed_published" : "e.addressed"}
  )`;
}

function ofJudgements(choice: StanceChoice): string {
  const kept = choice.source === "any" ? "true" : choice.source === "hidden" ? "c.source_blind" : "NOT c.source_blind";
  return `${SAID("all")}, seen AS (
    SELECT c.article_id, c.target_id, c.coder_id, c.value::float8 AS value, 0 AS spans FROM (SELECT $1::uuid AS project_id, said.* FROM said) c
    JOIN rollup_article addressing ON addressing.project_id = $1 AND addressing.article_id = c.article_id AND addressing.target_id = c.target_id AND addressing.layer = c.layer AND NOT addressing.family AND ${choice.by === "publisher" ? "addressing.addressed_published" : "addressing.addressed"}
    WHERE c.target_id = ANY($2::uuid[]) AND c.value ~ '^-?[0-2]$' AND ${kept} AND ($9::int IS NULL OR c.codebook_version_id = ${VERSION}) AND ${COUNTED_LAYER_OF_ALL(layerOf(choice))}
  )`;
}

/**
 * What every coder made of every article under a choice, toward one target: the mean sign in the chosen voice (0
 * without a mark), or the judgement. In the order of groups, works, articles and coders. Throws 404 for a target that
 * the project does not have.
 */
export async function readObservations(actor: MemberActor, choice: StanceChoice, wanted: Wanted): Promise<Observation[]> {
  const targetIds = await targetsOfChoice(actor, { targetIds: [wanted.targetId] });
  return rowsFromCounts<Observation>(
    actor,
    `${choice.measured === "judgements" ? ofJudgements(choice) : ofSpans(choice)}
     SELECT ${choice.by}.id AS "groupId", seen.target_id AS "targetId", ar.work_id AS "workId", ar.id AS "articleId", seen.coder_id AS "coderId", seen.value, seen.spans::int AS spans
     FROM seen JOIN article ar ON ar.project_id = $1 AND ar.id = seen.article_id AND ar.state = 'active' ${SOURCES}
     WHERE CASE WHEN $10 THEN ${choice.by}.id IS NOT DISTINCT FROM $11::uuid ELSE true END ${ARTICLES_UNDER} ORDER BY 1, 3, 4, 5`,
    [...choiceValues(actor.projectId, choice, targetIds), wanted.groupId !== undefined, wanted.groupId ?? null],
  );
}
