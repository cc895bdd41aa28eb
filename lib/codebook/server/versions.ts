import "server-only";
import { allowed, type MemberActor } from "@/lib/accounts/server/actor";
import { invariant, notFound } from "@/lib/kernel/errors";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { ClassifiedChange, CodebookContent } from "../content";

/** A version of the codebook as the API shows it; a published one never changes what it says. */
export type Version = { id: string; number: number; state: "draft" | "published"; content: CodebookContent; publishedAt: string | Date | null; note: string; changes: ClassifiedChange[]; version: number };
/** A published version in the list of all. */
export type Listed = Pick<Version, "id" | "number" | "publishedAt" | "note" | "changes"> & { publishedBy: string | null };
export type Codebook = { current: Version; draft: { id: string; version: number; number: number } | null; versions: Listed[] };

/** The columns of a version under the alias `v`. */
export const VERSION = `v.id, v.number, v.state, v.content, v.published_at AS "publishedAt", v.note, v.changes, v.version`;
const NEWEST = `SELECT ${VERSION} FROM codebook_version v WHERE v.project_id = $1 AND v.state = 'published' ORDER BY v.number DESC LIMIT 1`;

/** The newest published version; every project has one. */
export async function newestVersion(actor: MemberActor, tx?: Sql): Promise<Version> {
  const found = await row<Version>(NEWEST, [actor.projectId], tx);
  invariant(found, "a project has a published codebook");
  return found;
}

/** The codebook as it stands, with the list of its versions, newest first; the draft for those who may write it. */
export async function readCodebook(actor: MemberActor): Promise<Codebook> {
  const current = await newestVersion(actor);
  const draft = await row<NonNullable<Codebook["draft"]>>("SELECT id, version, number FROM codebook_version WHERE project_id = $1 AND state = 'draft' AND $2", [actor.projectId, allowed(actor, "codebook.write")]);
  const versions = await rows<Listed>(
    `SELECT v.id, v.number, v.published_at AS "publishedAt", m.pseudonym AS "publishedBy", v.note, v.changes FROM codebook_version v
     LEFT JOIN member m ON m.project_id = v.project_id AND m.id = v.published_by
     WHERE v.project_id = $1 AND v.state = 'published' ORDER BY v.number DESC`,
    [actor.projectId],
  );
  return { current, draft: draft ?? null, versions };
}

/** One version; a draft is nothing to those who may not write it. */
export async function readVersion(actor: MemberActor, versionId: string): Promise<Version> {
  const found = await row<Version>(`SELECT ${VERSION} FROM codebook_version v WHERE v.project_id = $1 AND v.id = $2 AND (v.state = 'published' OR $3)`, [actor.projectId, versionId, allowed(actor, "codebook.write")]);
  if (!found) throw notFound();
  return found;
}
