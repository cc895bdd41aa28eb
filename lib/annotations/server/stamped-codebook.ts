import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import type { CodebookContent } from "@/lib/codebook/content";
import { invalid } from "@/lib/kernel/errors";
import { row, type Sql } from "@/lib/platform/database";
import { CODEBOOK_VERSION } from "./span-sql";

/** A published version of the codebook, as answers are checked against. */
export type StampedCodebook = { id: string; number: number; content: CodebookContent };

/** The published version that a client names, or the newest; held in a transaction, so that a publication meanwhile waits for it or is seen by what follows. */
export async function stampedCodebook(actor: MemberActor, versionId: string | undefined, tx?: Sql): Promise<StampedCodebook> {
  const found = await row<StampedCodebook>(`SELECT id, number, content FROM codebook_version WHERE project_id = $1 AND id = ${CODEBOOK_VERSION("$2")}${tx ? " FOR SHARE" : ""}`, [actor.projectId, versionId ?? null], tx);
  if (!found) throw invalid("This is no published version of the codebook. Load the article again.", { errors: [{ path: "/codebookVersionId", message: "unknown or unpublished version" }] });
  return found;
}
