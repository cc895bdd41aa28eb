import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { currentCodebook } from "@/lib/codebook/server/cached";
import { invalid } from "@/lib/kernel/errors";
import { row } from "@/lib/platform/database";
import { type Choice, hasOrder } from "../choice";

const UNKNOWN = `
SELECT (SELECT coalesce(array_agg(x), '{}') FROM unnest($2::uuid[]) x WHERE NOT EXISTS (SELECT FROM member m WHERE m.project_id = $1 AND m.id = x)) AS "annotatorIds",
  (SELECT coalesce(array_agg(x), '{}') FROM unnest($3::uuid[]) x WHERE NOT EXISTS (SELECT FROM target t WHERE t.project_id = $1 AND t.id = x)) AS "targetIds",
  (SELECT coalesce(array_agg(x), '{}') FROM unnest($4::uuid[]) x WHERE NOT EXISTS (SELECT FROM article a WHERE a.project_id = $1 AND a.id = x)) AS "articleIds",
  (SELECT coalesce(array_agg(x), '{}') FROM unnest($5::uuid[]) x WHERE NOT EXISTS (SELECT FROM article_set s WHERE s.project_id = $1 AND s.id = x)) AS "articleSetId",
  (SELECT coalesce(array_agg(x), '{}') FROM unnest($6::int[]) x WHERE NOT EXISTS (SELECT FROM codebook_version v WHERE v.project_id = $1 AND v.number = x AND v.state = 'published')) AS "codebookVersion"`;

const WHAT: Readonly<Record<string, string>> = { annotatorIds: "an annotator", targetIds: "a target", articleIds: "an article", articleSetId: "a set", codebookVersion: "a published codebook version" };

/** Refuses (422, naming the place) a choice that names what the project does not have, or a level that the layer has no order for. */
export async function checkChoice(actor: MemberActor, choice: Choice): Promise<void> {
  const problem = (path: string, message: string): never => {
    throw invalid(`/${path}: ${message}`, { errors: [{ path: `/${path}`, message }] });
  };
  if (choice.level !== "nominal" && !hasOrder(choice.layer)) problem("level", "must be nominal: the values of this layer have no order");
  if (choice.layer.startsWith("set:") && !(await currentCodebook(actor)).content.sets.some(({ id }) => `set:${id}` === choice.layer)) problem("layer", "names a label set that this project does not have");
  const asked = [choice.annotatorIds, choice.targetIds, choice.articleIds, choice.articleSetId === null ? [] : [choice.articleSetId], choice.codebookVersion === null ? [] : [choice.codebookVersion]];
  if (asked.every((ids) => ids.length === 0)) return;
  const unknown = await row<Record<string, unknown[]>>(UNKNOWN, [actor.projectId, ...asked]);
  for (const [path, ids] of Object.entries(unknown ?? {})) if (ids.length > 0) problem(path, `names ${WHAT[path] ?? "something"} that this project does not have`);
}
