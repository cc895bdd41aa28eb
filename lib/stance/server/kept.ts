import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { seesFigures } from "@/lib/annotations/server/visible";
import { AppError, notFound } from "@/lib/kernel/errors";
import { row, rows } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { replay, runOperation } from "@/lib/projects/server/operation";
import type { KeptCell, KeptEntry, KeptFigure, KeptResult } from "../behind";
import type { StanceChoice } from "../choice";
import { movedSince } from "../moved";
import { readCard } from "./read-card";
import { versionSeen } from "./remember";
import { readStanceTable } from "./stance";

export type KeptDraft = { readonly id: string; readonly name: string; readonly choice: StanceChoice; readonly cell: KeptCell | null };
export type KeptPage = { readonly items: readonly KeptEntry[]; readonly next: string | null };

const ENTRY = `SELECT f.id, f.name, f.choice, f.result -> 'cell' AS cell, f.data_version AS "dataVersion", m.pseudonym AS "keptBy", f.created_at AS "keptAt"`;
const FROM = "FROM kept_figure f LEFT JOIN member m ON m.project_id = f.project_id AND m.id = f.created_by WHERE f.project_id = $1";
type Row = Omit<KeptEntry, "keptAt"> & { keptAt: Date };
const entryOf = ({ keptAt, ...entry }: Row): KeptEntry => ({ ...entry, keptAt: keptAt.toISOString() });

/**
 * Keeps the table of a choice, or the card of one of its figures, as it is at this moment: it is never changed. Throws
 * 404 for an annotator before the reveal, and where there is no such figure; 422 naming the field for what the project
 * does not have; 409 where a figure with this id was kept by another change.
 */
export async function keepFigure(actor: MemberActor, op: Op, draft: KeptDraft): Promise<KeptEntry> {
  if (!seesFigures(actor)) throw notFound();
  // The same change once more is answered as the first time, whatever became of the data since.
  if (await row("SELECT 1 FROM operation WHERE project_id = $1 AND member_id = $2 AND op_id = $3", [actor.projectId, actor.memberId, op.id])) return replay<KeptEntry>(actor, op);
  const result = await resultOf(actor, draft.choice, draft.cell);
  const version = result.kind === "table" ? result.table.dataVersion : result.card.dataVersion;
  return runOperation(actor, op, async (tx) => {
    const made = await row("INSERT INTO kept_figure (project_id, id, name, choice, result, data_version, created_by) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id", [
      actor.projectId, draft.id, draft.name, JSON.stringify(draft.choice), JSON.stringify({ cell: draft.cell, ...result }), version, actor.memberId,
    ], tx);
    if (!made) throw new AppError("conflict", "A figure with this id was kept already. Make a new id.");
    const found = await row<Row>(`${ENTRY} ${FROM} AND f.id = $2`, [actor.projectId, draft.id], tx);
    if (!found) throw new Error("a figure that was just kept is there");
    return { answer: entryOf(found), deed: { action: "stance.kept", subject: "kept_figure", subjectId: draft.id, detail: { name: draft.name } } };
  });
}

/** Kept figures, the newest first. Throws 404 for an annotator before the reveal, and for a cursor that is no kept figure. */
export async function keptFigures(actor: MemberActor, { after, limit = 50 }: { after?: string | undefined; limit?: number | undefined } = {}): Promise<KeptPage> {
  if (!seesFigures(actor)) throw notFound();
  const at = after === undefined ? null : await row<{ at: string }>("SELECT created_at::text AS at FROM kept_figure WHERE project_id = $1 AND id = $2", [actor.projectId, after]);
  if (at === undefined) throw notFound();
  const found = await rows<Row>(`${ENTRY} ${FROM} AND ($2::timestamptz IS NULL OR (f.created_at, f.id) < ($2, $3::uuid)) ORDER BY f.created_at DESC, f.id DESC LIMIT $4`, [actor.projectId, at?.at ?? null, after ?? null, limit + 1]);
  const items = found.slice(0, limit).map(entryOf);
  return { items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** A kept figure, and what today's data give under the same choice. Throws 404 for an annotator before the reveal, and where there is none. */
export async function keptFigure(actor: MemberActor, id: string): Promise<KeptFigure> {
  if (!seesFigures(actor)) throw notFound();
  const found = await row<Row & { result: KeptResult & { cell: KeptCell | null } }>(`${ENTRY}, f.result ${FROM} AND f.id = $2`, [actor.projectId, id]);
  if (!found) throw notFound();
  const { result: { cell, ...result }, ...entry } = found;
  return { ...entryOf(entry), result, today: await todayOf(actor, entry.choice, cell, result) };
}

async function todayOf(actor: MemberActor, choice: StanceChoice, cell: KeptCell | null, kept: KeptResult): Promise<KeptFigure["today"]> {
  try {
    const today = await resultOf(actor, choice, cell);
    const { same, moved } = movedSince(kept, today);
    return { state: same ? "same" : "other", dataVersion: today.kind === "table" ? today.table.dataVersion : today.card.dataVersion, moved };
  } catch (error) {
    // A target, set or outlet that the choice names may have been deleted since; the kept result stands.
    if (error instanceof AppError && (error.code === "not_found" || error.code === "invalid")) return { state: "gone", dataVersion: await versionSeen(actor), moved: [] };
    throw error;
  }
}

async function resultOf(actor: MemberActor, choice: StanceChoice, cell: KeptCell | null): Promise<KeptResult> {
  if (cell === null) return { kind: "table", table: await readStanceTable(actor, choice) };
  const { targetId, ...whose } = cell;
  return { kind: "card", card: await readCard(actor, choice, whose, targetId) };
}
