import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { conflict } from "@/lib/kernel/errors";
import { row, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import { projectOf, type Project } from "@/lib/projects/server/projects";
import { collectUnfinished } from "./close";
import { showAllSources } from "./show-sources";

/**
 * The reveal: from now on every member sees everybody's submitted marks, and the sources that were hidden. It happens once, collects unfinished
 * work as it stands, and is never taken back; marks made later carry that their author could see others' and the source.
 */
export const revealAll = (actor: MemberActor, op: Op, seen: { version: number }): Promise<Project> =>
  runOperation(actor, op, async (tx) => {
    const current = await projectOf(actor, tx);
    if (current.reveal === "never") throw conflict("This project is set to never reveal. Change that first.", { current });
    const same = await row("SELECT id FROM project WHERE id = $1 AND version = $2 AND revealed_at IS NULL FOR NO KEY UPDATE", [actor.projectId, seen.version], tx);
    if (!same) throw conflict(current.revealedAt ? "Everything is revealed already." : "Somebody changed these settings since you opened them.", { current });
    const collected = await revealNow(actor, tx);
    return { answer: await projectOf(actor, tx), deed: { action: "project.revealed", subject: "project", subjectId: actor.projectId, detail: { collected } } };
  });

/**
 * The same inside of the caller's transaction, whatever the version; nothing where everything is shown already.
 * @returns how many unfinished articles were collected
 */
export async function revealNow(actor: MemberActor, tx: Sql): Promise<number> {
  const shown = await row("UPDATE project SET revealed_at = now(), version = version + 1 WHERE id = $1 AND revealed_at IS NULL RETURNING id", [actor.projectId], tx);
  if (!shown) return 0;
  const collected = await collectUnfinished(actor, tx);
  await showAllSources(actor, tx);
  return collected;
}
