import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { DEFAULT_CHOICE } from "@/lib/agreement/choice";
import { readAgreement } from "@/lib/agreement/server/read-agreement";
import { seesFigures } from "@/lib/annotations/server/visible";
import { notFound } from "@/lib/kernel/errors";
import { rows } from "@/lib/platform/database";
import { adviceOf } from "../advice";
import type { StanceChoice } from "../choice";
import type { CardAgreement } from "../report";
import { targetsOfChoice } from "./targets";

/**
 * Agreement on exactly the layer that a figure rests on: framing, or judgements, of that target alone, under the same
 * filters of articles, source and codebook, over all outlets. First submissions, made before their annotators saw
 * others' marks. Days of publication and the voice are no filters of agreement, and are left out. Throws 404 for an
 * annotator before the reveal, and for a target that the project does not have.
 */
export async function readCardAgreement(actor: MemberActor, choice: StanceChoice, targetId: string): Promise<CardAgreement> {
  if (!seesFigures(actor)) throw notFound();
  const layer = choice.measured === "spans" ? "framing" : "judgement";
  const targetIds = await targetsOfChoice(actor, { targetIds: [targetId] });
  const { headline } = await readAgreement(actor, {
    ...DEFAULT_CHOICE, layer, level: "ordinal", targetIds: choice.children ? await withChildren(actor, targetIds) : targetIds, articleSetId: choice.articleSetId, genre: choice.genre,
    codebookVersion: choice.codebookVersion, source: choice.source,
  });
  const { coefficient, level, unit, figure, interval, units, articles, annotators } = headline;
  return { layer, coefficient, level, unit, figure, interval, units, articles, annotators, advice: adviceOf(figure) };
}

async function withChildren(actor: MemberActor, ids: readonly string[]): Promise<string[]> {
  const found = await rows<{ id: string }>(
    `WITH RECURSIVE below AS (
       SELECT unnest($2::uuid[]) AS id
       UNION SELECT t.id FROM target t JOIN target p ON p.project_id = t.project_id AND p.id = t.parent_id JOIN below ON below.id = coalesce(p.merged_into_id, p.id) WHERE t.project_id = $1 AND t.merged_into_id IS NULL
     ) SELECT id FROM below ORDER BY id`,
    [actor.projectId, ids],
  );
  return found.map(({ id }) => id);
}
