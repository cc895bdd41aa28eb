import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { checkLabels } from "@/lib/codebook/check-given";
import { codebookOf, currentCodebook } from "@/lib/codebook/server/cached";
import { invalid, type AppError } from "@/lib/kernel/errors";
import { row } from "@/lib/platform/database";

/**
 * Whether labels given for a span stand in the codebook version it names, or in the newest: that version's id, or why
 * not. Those that the span `spanId` carries already may have gone out of use. Without labels nothing is looked up.
 */
export async function checkedVersion(actor: MemberActor, given: { labelIds?: readonly string[] | undefined; codebookVersionId?: string | undefined }, spanId?: string): Promise<{ codebookVersionId?: string | undefined; refusal?: AppError }> {
  if (!given.labelIds?.length) return { codebookVersionId: given.codebookVersionId };
  const codebook = given.codebookVersionId === undefined ? await currentCodebook(actor) : await codebookOf(actor, given.codebookVersionId);
  if (!codebook) return { refusal: invalid("This is not a published version of the project's codebook.", { errors: [{ path: "/codebookVersionId", message: "unknown version" }] }) };
  let problems = checkLabels(codebook.content, "span", given.labelIds);
  if (problems.length > 0 && spanId !== undefined) {
    const carried = await row<{ ids: string[] }>("SELECT label_ids AS ids FROM span WHERE project_id = $1 AND id = $2 AND member_id = $3", [actor.projectId, spanId, actor.memberId]);
    problems = checkLabels(codebook.content, "span", given.labelIds, carried?.ids);
  }
  const [first] = problems;
  return first ? { refusal: invalid(`${first.path}: ${first.message}.`, { errors: problems }) } : { codebookVersionId: codebook.id };
}
