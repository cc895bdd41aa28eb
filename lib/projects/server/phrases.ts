import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { recordAccountEvent } from "@/lib/accounts/server/events";
import { hashingPlace, newPhrase, phraseDigest } from "@/lib/accounts/server/hashing";
import { conflict, notFound } from "@/lib/kernel/errors";
import { row, rows } from "@/lib/platform/database";
import type { Op } from "../operation";
import { runOperation } from "./operation";

/**
 * Gives a pupil a new return phrase and ends their sessions. `phrase` is null when the same operation is sent again:
 * it is shown once and stored nowhere. Refused for people with a passphrase of their own, and for a pupil who also
 * takes part in a project that the actor does not lead: a phrase opens everything that the pupil has.
 */
export async function issuePhrase(actor: MemberActor, op: Op, memberId: string): Promise<{ phrase: string | null }> {
  const phrase = newPhrase(actor);
  const digest = await hashingPlace(actor, () => phraseDigest(actor, phrase));
  await runOperation(actor, op, async (tx) => {
    const pupil = await row<{ id: string; kind: string }>("SELECT u.id, u.kind FROM member m JOIN app_user u ON u.id = m.user_id WHERE m.project_id = $1 AND m.id = $2 AND m.state = 'active' FOR NO KEY UPDATE OF u", [actor.projectId, memberId], tx);
    if (!pupil) throw notFound();
    if (pupil.kind !== "pupil") throw conflict("This person signs in with a passphrase of their own. Whoever runs this machine can make a link for a new one.");
    const elsewhere = await row(
      `SELECT 1 FROM member m WHERE m.user_id = $1 AND m.state = 'active'
       AND NOT EXISTS (SELECT 1 FROM member me WHERE me.project_id = m.project_id AND me.user_id = $2 AND me.role = 'coordinator' AND me.state = 'active') LIMIT 1`,
      [pupil.id, actor.userId],
      tx,
    );
    if (elsewhere) throw conflict("This pupil also takes part in a project that you do not lead. Ask its coordinator, or whoever runs this machine.");
    await rows("UPDATE app_user SET phrase_digest = $2, version = version + 1 WHERE id = $1", [pupil.id, digest], tx);
    await rows("DELETE FROM session WHERE user_id = $1", [pupil.id], tx);
    await recordAccountEvent(actor, "phrase_issued", pupil.id, {}, tx);
    return { answer: { memberId }, deed: { action: "member.phrase_issued", subject: "member", subjectId: memberId } };
  });
  const ours = await row("SELECT 1 FROM app_user WHERE phrase_digest = $1", [digest]);
  return { phrase: ours ? phrase : null };
}
