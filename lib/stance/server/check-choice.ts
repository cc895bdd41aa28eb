import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { invalid } from "@/lib/kernel/errors";
import { row } from "@/lib/platform/database";
import type { StanceChoice } from "../choice";
import type { ChoiceParam } from "../choice-address";
import type { MarksParam } from "../marks-query";
import type { Whose } from "../report";

const UNKNOWN = `
SELECT (SELECT count(*)::int FROM unnest($2::uuid[]) x WHERE NOT EXISTS (SELECT FROM target t WHERE t.project_id = $1 AND t.id = x)) AS target,
       (SELECT count(*)::int FROM unnest($3::uuid[]) x WHERE NOT EXISTS (SELECT FROM article_set s WHERE s.project_id = $1 AND s.id = x)) AS "set",
       (SELECT count(*)::int FROM unnest($4::int[]) x WHERE NOT EXISTS (SELECT FROM codebook_version v WHERE v.project_id = $1 AND v.number = x AND v.state = 'published')) AS codebook,
       (SELECT count(*)::int FROM unnest($5::uuid[]) x WHERE NOT EXISTS (SELECT FROM outlet o WHERE o.project_id = $1 AND o.id = x)) AS outlet,
       (SELECT count(*)::int FROM unnest($6::uuid[]) x WHERE NOT EXISTS (SELECT FROM article a WHERE a.project_id = $1 AND a.work_id = x)) AS work,
       (SELECT count(*)::int FROM unnest($7::uuid[]) x WHERE NOT EXISTS (SELECT FROM article a WHERE a.project_id = $1 AND a.id = x)) AS article`;

/** What a request names beside its choice. */
export type Named = { readonly outlet?: readonly string[]; readonly work?: readonly string[]; readonly article?: readonly string[] };

const WHAT: Readonly<Record<string, string>> = { target: "a target", set: "a set of articles", codebook: "a published codebook version", outlet: "an outlet", work: "a work", article: "an article" };

/** Refuses with 422 a parameter of an address. */
export function refuseParam(field: ChoiceParam | MarksParam | "other" | "cursor", message: string): never {
  throw invalid(`/${field}: ${message}`, { errors: [{ path: `/${field}`, message }] });
}

/** Refuses (422, naming the field) a choice or request that names what the project does not have. */
export async function checkStanceChoice(actor: MemberActor, choice: StanceChoice, named: Named = {}): Promise<void> {
  const list = <T>(value: T | null): T[] => (value === null ? [] : [value]);
  const asked = [choice.targetIds, list(choice.articleSetId), list(choice.codebookVersion), named.outlet ?? [], named.work ?? [], named.article ?? []];
  if (asked.every((ids) => ids.length === 0)) return;
  const unknown = await row<Record<string, number>>(UNKNOWN, [actor.projectId, ...asked]);
  for (const [field, n] of Object.entries(unknown ?? {})) if (n > 0) refuseParam(field as ChoiceParam, `names ${WHAT[field]} that this project does not have`);
}

/** Whose figure a request names, for `checkStanceChoice`. */
export const namedIn = (whose: Whose): Named => (whose.groupId !== undefined ? { outlet: [whose.groupId] } : { work: [whose.workId] });
