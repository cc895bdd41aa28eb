import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { conflict, invalid, invariant } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import type { CodebookContent } from "../content";
import { applyPreset, type PresetId } from "../presets/apply";
import { readContent } from "./draft-checks";
import { newestVersion, VERSION, type Version } from "./versions";

const DRAFT = `SELECT ${VERSION} FROM codebook_version v WHERE v.project_id = $1 AND v.state = 'draft'`;

// Whoever starts, changes or publishes a draft waits for the others.
const lockCodebook = (actor: MemberActor, tx: Sql): Promise<unknown> => rows("SELECT id FROM codebook WHERE project_id = $1 FOR NO KEY UPDATE", [actor.projectId], tx);

/** The draft at the version the caller saw, locked until the transaction ends. A stale one is a conflict with the draft as it stands, and none at all with the published version. */
export async function draftSeen(actor: MemberActor, version: number, tx: Sql): Promise<Version> {
  await lockCodebook(actor, tx);
  const current = await row<Version>(DRAFT, [actor.projectId], tx);
  if (!current) {
    const published = await newestVersion(actor, tx);
    throw conflict(`There is no draft; version ${published.number} is published and stays as it is. Start a new draft from it.`, { current: published });
  }
  if (current.version !== version) throw conflict("Somebody changed this draft since you opened it.", { current });
  return current;
}

/** A draft from the newest published version; where there is a draft already, a conflict that carries it. */
export async function newDraft(actor: MemberActor, tx: Sql): Promise<Version> {
  await lockCodebook(actor, tx);
  const there = await row<Version>(DRAFT, [actor.projectId], tx);
  if (there) throw conflict("There is a draft already. Go on with it, or throw it away first.", { current: there });
  const draft = await row<Version>(
    `INSERT INTO codebook_version AS v (project_id, id, codebook_id, number, state, content)
     SELECT n.project_id, $2, n.codebook_id, n.number + 1, 'draft', n.content FROM codebook_version n WHERE n.project_id = $1 ORDER BY n.number DESC LIMIT 1 RETURNING ${VERSION}`,
    [actor.projectId, newId()],
    tx,
  );
  invariant(draft, "a project has a version to draft from");
  return draft;
}

/** Starts a draft; see `newDraft`. */
export const startDraft = (actor: MemberActor, op: Op): Promise<Version> =>
  runOperation(actor, op, async (tx) => {
    const draft = await newDraft(actor, tx);
    return { answer: draft, deed: { action: "codebook.drafted", subject: "codebook_version", subjectId: draft.id } };
  });

/** Replaces what the draft of the version the caller saw says by what `write` makes of it. */
export const changeDraft = <T extends object>(actor: MemberActor, op: Op, version: number, write: (draft: CodebookContent, tx: Sql) => { content: unknown; also: T } | Promise<{ content: unknown; also: T }>): Promise<T & { draft: Version }> =>
  runOperation(actor, op, async (tx) => {
    const current = await draftSeen(actor, version, tx);
    const { content, also } = await write(current.content, tx);
    const checked = await readContent(actor, content, (await newestVersion(actor, tx)).content, tx);
    const draft = await row<Version>(`UPDATE codebook_version v SET content = $3, version = version + 1 WHERE v.project_id = $1 AND v.id = $2 RETURNING ${VERSION}`, [actor.projectId, current.id, JSON.stringify(checked)], tx);
    return { answer: { ...also, draft: draft as Version }, deed: { action: "codebook.draft_changed", subject: "codebook_version", subjectId: current.id } };
  });

/** Saves the whole content of the draft. */
export const saveDraft = async (actor: MemberActor, op: Op, wish: { version: number; content: unknown }): Promise<Version> =>
  (await changeDraft(actor, op, wish.version, () => ({ content: wish.content, also: {} }))).draft;

/** Adds a preset to the draft; one whose sets are there already is refused (422). */
export const addPreset = async (actor: MemberActor, op: Op, wish: { version: number; preset: PresetId }): Promise<Version> =>
  (await changeDraft(actor, op, wish.version, (draft) => {
    const { content, repeated } = applyPreset(draft, wish.preset, newId);
    if (repeated.length > 0) throw invalid(`The codebook has ${repeated.map((name) => `“${name}”`).join(" and ")} already, in use or archived.`, { errors: [{ path: "/preset", message: "is in the codebook already" }] });
    return { content, also: {} };
  })).draft;

/** Throws the draft away. */
export const dropDraft = (actor: MemberActor, op: Op, version: number): Promise<{ dropped: string }> =>
  runOperation(actor, op, async (tx) => {
    const { id } = await draftSeen(actor, version, tx);
    await rows("DELETE FROM codebook_version WHERE project_id = $1 AND id = $2 AND state = 'draft'", [actor.projectId, id], tx);
    // What of proposals stood in it waits again.
    await rows("UPDATE codebook_proposal SET state = 'open', decided_by = NULL, decided_at = NULL, version = version + 1 WHERE project_id = $1 AND state = 'taken'", [actor.projectId], tx);
    return { answer: { dropped: id }, deed: { action: "codebook.draft_dropped", subject: "codebook_version", subjectId: id } };
  });
