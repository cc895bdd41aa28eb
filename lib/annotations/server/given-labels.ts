import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { checkLabels } from "@/lib/codebook/check-given";
import { codebookOf, currentCodebook } from "@/lib/codebook/server/cached";
import { invalid, type AppError } from "@/lib/kernel/errors";

/** Whether labels given for a span stand in the codebook version it names, or in the newest: that version's id, or why not. Without labels nothing is looked up. */
export async function checkedVersion(actor: MemberActor, given: { labelIds?: readonly string[] | undefined; codebookVersionId?: string | undefined }): Promise<{ codebookVersionId?: string | undefined; refusal?: AppError }> {
  if (!given.labelIds?.length) return { codebookVersionId: given.codebookVersionId };
  const codebook = given.codebookVersionId === undefined ? await currentCodebook(actor) : await codebookOf(actor, given.codebookVersionId);
  if (!codebook) return { refusal: invalid("This is not a published version of the project's codebook.", { errors: [{ path: "/codebookVersionId", message: "unknown version" }] }) };
  const problems = checkLabels(codebook.content, "span", given.labelIds);
  const [first] = problems;
  return first ? { refusal: invalid(`${first.path}: ${first.message}.`, { errors: problems }) } : { codebookVersionId: codebook.id };
}
