import "server-only";
import { createHash } from "node:crypto";
import type { Actor } from "@/lib/accounts/server/actor";
import { newId } from "@/lib/kernel/id";
import { row, rows, transaction } from "@/lib/platform/database";
import { sealText, type SealedEntry } from "../seal";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Seals what the audit logs have gained since the last time, project by project. Returns how many entries. */
export async function sealAudit(actor: Actor): Promise<number> {
  if (actor.kind !== "job" && actor.kind !== "operator") return 0;
  const projects = await rows<{ id: string }>("SELECT DISTINCT project_id AS id FROM audit_entry WHERE seal_id IS NULL LIMIT 1000");
  let sealed = 0;
  for (const project of projects) sealed += await sealProject(project.id);
  return sealed;
}

async function sealProject(projectId: string): Promise<number> {
  return transaction(async (tx) => {
    // One sealer per project at a time; the lock ends with the transaction, so it works behind a pooler.
    await rows("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [`seal ${projectId}`], tx);
    const entries = await rows<SealedEntry>(
      `SELECT id, action, subject, subject_id AS "subjectId", member_id AS "memberId", to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS.MSOF') AS at, detail
       FROM audit_entry WHERE project_id = $1 AND seal_id IS NULL ORDER BY id LIMIT 5000 FOR UPDATE`,
      [projectId],
      tx,
    );
    if (entries.length === 0) return 0;
    const previous = await row<{ digest: string }>("SELECT digest FROM audit_seal WHERE project_id = $1 ORDER BY at DESC, id DESC LIMIT 1", [projectId], tx);
    const [sealId, before] = [newId(), previous?.digest ?? ""];
    await rows("INSERT INTO audit_seal (project_id, id, previous_digest, digest, entries) VALUES ($1, $2, $3, $4, $5)", [projectId, sealId, before, sha256(sealText(before, entries, sha256)), entries.length], tx);
    await rows("UPDATE audit_entry SET seal_id = $2 WHERE project_id = $1 AND id = ANY($3::uuid[])", [projectId, sealId, entries.map((entry) => entry.id)], tx);
    return entries.length;
  });
}
