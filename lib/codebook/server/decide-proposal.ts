import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { conflict } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import { takeIn } from "../proposal";
import { draftSeen, newDraft } from "./draft";
import { readContent } from "./draft-checks";
import { type Proposal, proposalOf, waitingProposal } from "./proposals";
import { newestVersion, VERSION, type Version } from "./versions";

/** A proposal whose words stand in the draft now. */
export type Taken = { proposal: Proposal; draft: Version };

/**
 * Writes a proposal into the draft of the version the caller saw, at its place or at another one; where the caller saw
 * no draft, one is started from the newest version. Refused where the draft has no such place.
 */
export const takeProposal = (actor: MemberActor, op: Op, id: string, wish: { version: number; draftVersion: number | null; place?: string | undefined }): Promise<Taken> =>
  runOperation(actor, op, async (tx) => {
    // One that one may not see is nothing, whatever the draft; locks go from the codebook to the proposal, as when publishing.
    await proposalOf(actor, id, tx);
    const draft = wish.draftVersion === null ? await newDraft(actor, tx) : await draftSeen(actor, wish.draftVersion, tx);
    const proposal = await waitingProposal(actor, id, wish.version, ["open"], tx);
    const place = wish.place ?? proposal.place;
    const content = takeIn(draft.content, { place, text: proposal.text }, newId());
    if (!content) throw conflict("The draft no longer has the place that this proposal is about. Choose another one.", { errors: [{ path: "/place", message: "is no place of the draft" }] });
    const checked = await readContent(actor, content, (await newestVersion(actor, tx)).content, tx);
    const saved = await row<Version>(`UPDATE codebook_version v SET content = $3, version = version + 1 WHERE v.project_id = $1 AND v.id = $2 RETURNING ${VERSION}`, [actor.projectId, draft.id, JSON.stringify(checked)], tx);
    await decide(actor, id, { state: "taken", place, answer: "" }, tx);
    return { answer: { proposal: await proposalOf(actor, id, tx), draft: saved as Version }, deed: { action: "codebook_proposal.taken", subject: "codebook_proposal", subjectId: id } };
  });

/** Declines a proposal, also one that was taken before; its author reads the answer. What it wrote into the draft stays there. */
export const declineProposal = (actor: MemberActor, op: Op, id: string, wish: { version: number; answer: string }): Promise<Proposal> =>
  runOperation(actor, op, async (tx) => {
    const { place } = await waitingProposal(actor, id, wish.version, ["open", "taken"], tx);
    await decide(actor, id, { state: "declined", place, answer: wish.answer }, tx);
    return { answer: await proposalOf(actor, id, tx), deed: { action: "codebook_proposal.declined", subject: "codebook_proposal", subjectId: id } };
  });

async function decide(actor: MemberActor, id: string, { state, place, answer }: { state: string; place: string; answer: string }, tx: Sql): Promise<void> {
  await rows("UPDATE codebook_proposal SET state = $3, place = $4, answer = $5, decided_by = $6, decided_at = now(), version = version + 1 WHERE project_id = $1 AND id = $2", [actor.projectId, id, state, place, answer, actor.memberId], tx);
  await rows("INSERT INTO outbox (project_id, kind) VALUES ($1, 'proposal')", [actor.projectId], tx);
}
