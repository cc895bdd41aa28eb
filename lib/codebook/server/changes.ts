import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { notFound } from "@/lib/kernel/errors";
import { row, rows } from "@/lib/platform/database";
import { diffContents } from "../diff";
import type { Change } from "../diff-parts";
import { CHANGE_TOUCHES, CHANGE_TOUCHES_ANSWER } from "./touches";
import { newestVersion, readVersion, VERSION, type Version } from "./versions";

/** What differs between two versions; a draft counts as one for those who may write it. */
export async function compareVersions(actor: MemberActor, from: string, to: string): Promise<Change[]> {
  const [before, after] = [await readVersion(actor, from), await readVersion(actor, to)];
  return diffContents(before.content, after.content);
}

/** What the draft changes, for each id whose meaning may change how many marks (spans and answers) carry it, and how many marks showed the gaps that proposals in the draft close. */
export async function draftChanges(actor: MemberActor): Promise<{ changes: Change[]; affected: Record<string, number>; proposed: number }> {
  const draft = await row<Version>(`SELECT ${VERSION} FROM codebook_version v WHERE v.project_id = $1 AND v.state = 'draft'`, [actor.projectId]);
  if (!draft) throw notFound();
  const changes = diffContents((await newestVersion(actor)).content, draft.content);
  const may = new Map(changes.filter((one) => one.mayChangeMeaning).map((one) => [one.labelId, one.touches]));
  const found = await rows<{ id: string; n: number }>(
    `SELECT c ->> 'labelId' AS id,
            (SELECT count(*) FROM span s WHERE s.project_id = $1 AND s.deleted_at IS NULL AND ${CHANGE_TOUCHES("s", "c")})::int
            + (SELECT count(*) FROM article_answer a WHERE a.project_id = $1 AND ${CHANGE_TOUCHES_ANSWER("a.set_id", "a.label_ids", "c")})::int AS n
     FROM jsonb_array_elements($2::jsonb) c`,
    [actor.projectId, JSON.stringify([...may].map(([labelId, touches]) => ({ labelId, touches })))],
  );
  const proposed = await row<{ n: number }>("SELECT count(*)::int AS n FROM span s WHERE s.project_id = $1 AND s.deleted_at IS NULL AND s.id IN (SELECT unnest(span_ids) FROM codebook_proposal WHERE project_id = $1 AND state = 'taken')", [actor.projectId]);
  return { changes, proposed: proposed?.n ?? 0, affected: Object.fromEntries(found.map((one) => [one.id, one.n])) };
}
