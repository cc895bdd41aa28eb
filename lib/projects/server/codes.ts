import "server-only";
import { randomBytes, randomInt } from "node:crypto";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { foldLogin } from "@/lib/accounts/login";
import { AppError, notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { row, rows } from "@/lib/platform/database";
import { env } from "@/lib/platform/env";
import { mailAvailable, sendMail } from "@/lib/platform/mail";
import { CODE_ALPHABET, CODE_LENGTH, codeOf } from "../codes";
import type { Op } from "../operation";
import type { Role } from "../permissions";
import { codeDigest } from "./code-rows";
import { runOperation } from "./operation";

export type CodeRow = { id: string; kind: "code" | "invitation"; role: Role; hint: string; email: string | null; expiresAt: Date; maxUses: number; uses: number; state: "open" | "used" | "expired" | "revoked"; createdAt: Date };

const SELECT = `
  SELECT id, kind, role, hint, email, expires_at AS "expiresAt", max_uses AS "maxUses", uses, created_at AS "createdAt",
         CASE WHEN revoked_at IS NOT NULL THEN 'revoked' WHEN uses >= max_uses THEN 'used' WHEN expires_at <= now() THEN 'expired' ELSE 'open' END AS state
  FROM join_code`;

/** The project's codes and invitations, newest first; never the codes themselves. */
export const listCodes = (actor: MemberActor): Promise<CodeRow[]> => rows<CodeRow>(`${SELECT} WHERE project_id = $1 ORDER BY created_at DESC, id DESC LIMIT 500`, [actor.projectId]);

async function codeRow(actor: MemberActor, id: string): Promise<CodeRow> {
  const found = await row<CodeRow>(`${SELECT} WHERE project_id = $1 AND id = $2`, [actor.projectId, id]);
  if (!found) throw notFound();
  return found;
}

type Draft = { kind: "code" | "invitation"; role: Role; secret: string; hint: string; email: string | null; days: number; maxUses: number };

/** Only the row's id goes into the stored answer: what is shown once must not be found again in the database. */
const insert = (actor: MemberActor, op: Op, draft: Draft): Promise<{ id: string }> =>
  runOperation(actor, op, async (tx) => {
    const id = newId();
    await rows(
      `INSERT INTO join_code (project_id, id, code_digest, hint, kind, role, email, expires_at, max_uses, created_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, now() + make_interval(days => $8), $9, $10)`,
      [actor.projectId, id, codeDigest(actor, draft.secret), draft.hint, draft.kind, draft.role, draft.email, draft.days, draft.maxUses, actor.memberId],
      tx,
    );
    return { answer: { id }, deed: { action: `${draft.kind}.made`, subject: "join_code", subjectId: id, detail: { role: draft.role, days: draft.days, maxUses: draft.maxUses } } };
  });

/** Whether the row was made by this very call, and not by an earlier one that is now answered again. */
const isOurs = async (actor: MemberActor, id: string, secret: string): Promise<boolean> =>
  Boolean(await row("SELECT 1 FROM join_code WHERE project_id = $1 AND id = $2 AND code_digest = $3", [actor.projectId, id, codeDigest(actor, secret)]));

export type NewCode = { role: "annotator" | "observer"; days: number; maxUses: number };

/** Makes a join code. `code` is null when the same operation is sent again: it is shown once. */
export async function makeCode(actor: MemberActor, op: Op, wanted: NewCode): Promise<CodeRow & { code: string | null }> {
  const code = codeOf(Array.from({ length: CODE_LENGTH }, () => randomInt(CODE_ALPHABET.length)));
  const { id } = await insert(actor, op, { ...wanted, kind: "code", secret: code, hint: code.slice(0, 2), email: null });
  return { ...(await codeRow(actor, id)), code: (await isOurs(actor, id, code)) ? code : null };
}

export type NewInvitation = { role: Role; email?: string | undefined; days: number };

/**
 * Makes an invitation that one person can use once. With an address and a mail server the link goes out by mail only;
 * otherwise `path` holds it, to be handed over. Both are null when the same operation is sent again.
 */
export async function invite(actor: MemberActor, op: Op, wanted: NewInvitation): Promise<CodeRow & { path: string | null; mailed: boolean }> {
  const token = randomBytes(32).toString("base64url");
  const email = wanted.email ? foldLogin(wanted.email) : null;
  const byMail = email !== null && mailAvailable() && env().PUBLIC_URL !== undefined;
  const { id } = await insert(actor, op, { kind: "invitation", role: wanted.role, secret: token, hint: byMail ? "mail" : "link", email, days: wanted.days, maxUses: 1 });
  const ours = await isOurs(actor, id, token);
  const path = `/join#${token}`;
  if (ours && byMail) await letter(actor, id, email, `${env().PUBLIC_URL?.replace(/\/$/, "")}${path}`);
  return { ...(await codeRow(actor, id)), path: ours && !byMail ? path : null, mailed: byMail };
}

async function letter(actor: MemberActor, id: string, email: string, link: string): Promise<void> {
  const project = await row<{ name: string }>("SELECT name FROM project WHERE id = $1", [actor.projectId]);
  const from = actor.userName ?? "A coordinator";
  try {
    await sendMail({ to: email, subject: `Invitation to ${project?.name ?? "a project"}`, text: `${from} invites you to the project “${project?.name ?? ""}” on Slantwise.\n\nOpen this link to take part. It works once.\n\n${link}\n\nIf you do not know what this is about, do nothing.` });
  } catch (error) {
    await rows("UPDATE join_code SET revoked_at = now() WHERE project_id = $1 AND id = $2", [actor.projectId, id]);
    throw error instanceof AppError ? new AppError("unavailable", "The mail server did not take the letter, so the invitation was withdrawn. Invite without an address to get a link that you hand over yourself.") : error;
  }
}

/** Revokes a code or invitation; revoking twice is fine. */
export async function revokeCode(actor: MemberActor, op: Op, id: string): Promise<CodeRow> {
  await runOperation(actor, op, async (tx) => {
    const revoked = await row("UPDATE join_code SET revoked_at = coalesce(revoked_at, now()) WHERE project_id = $1 AND id = $2 RETURNING id", [actor.projectId, id], tx);
    if (!revoked) throw notFound();
    return { answer: { id }, deed: { action: "code.revoked", subject: "join_code", subjectId: id } };
  });
  return codeRow(actor, id);
}
