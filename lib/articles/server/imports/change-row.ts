import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { conflict, invalid, notFound } from "@/lib/kernel/errors";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import { mergeCorrections, type Proposals, standing } from "../../imports/correct";
import type { Corrections, ImportState, RowState } from "../../imports/shape";
import { copiesAgain } from "./copies-again";
import { importRow, PLAIN, type WholeRow } from "./import-rows";
import { understandAgain } from "./understand-again";

export type RowChange = { version: number; take?: boolean | undefined; fields?: Corrections["fields"]; blocks?: Corrections["blocks"]; text?: string | undefined };
type Locked = { state: RowState; importState: ImportState; version: number; understood: Proposals | null; corrections: Corrections; isCopy: boolean; plain: boolean };

/**
 * Corrects a row before it is added: takes it or leaves it out, puts other values in place of what was understood, gives
 * blocks another kind, or (where the words are plain text) puts other words in their place. Refuses (409) a stale version
 * and a row whose import has gone on, (422) changes of a row that could not be read.
 */
export const changeRow = (actor: MemberActor, op: Op, place: { importId: string; ordinal: number }, change: RowChange): Promise<WholeRow> =>
  runOperation(actor, op, async (tx) => {
    const found = await lockRow(actor, place, tx);
    if (found.version !== change.version) throw conflict("Somebody changed this row since you opened it.", { current: await importRow(actor, place.importId, place.ordinal, tx) });
    if (found.importState !== "ready" && found.importState !== "reading") throw conflict("Rows can be changed only before they are added.", { current: await importRow(actor, place.importId, place.ordinal, tx) });
    if (found.understood === null) throw invalid("This row could not be read, so there is nothing in it to change.");
    const text = change.text === undefined ? undefined : await otherWords(actor, place, { ...found, understood: found.understood }, change.text, tx);
    const understood = text?.understood ?? found.understood;
    const before: Corrections = text === undefined ? found.corrections : { ...(found.corrections.fields ? { fields: found.corrections.fields } : {}) };
    const corrections = mergeCorrections(before, { ...(change.fields ? { fields: change.fields } : {}), ...(change.blocks ? { blocks: change.blocks } : {}), ...(change.take === true ? { taken: true } : {}) });
    const wrong = (corrections.blocks ?? []).find((block) => block.ordinal >= understood.blocks.length);
    if (wrong) throw invalid(`The text has ${understood.blocks.length} blocks, counted from 0; there is no block ${wrong.ordinal}.`, { errors: [{ path: "/blocks", message: "names a block that is not there" }] });
    const leftOut = change.take === false || (change.take === undefined && found.state === "left_out");
    const state = leftOut ? "left_out" : standing({ looks: understood.looks, isCopy: found.isCopy }, corrections);
    await rows(
      `UPDATE import_row SET state = $4, corrections = $5, version = version + 1, understood = coalesce($6, understood), text = coalesce($7, text), title = coalesce($8, title) WHERE project_id = $1 AND import_id = $2 AND ordinal = $3`,
      [actor.projectId, place.importId, place.ordinal, state, JSON.stringify(corrections), text ? JSON.stringify(text.understood) : null, text?.text ?? null, text?.understood.title ?? null],
      tx,
    );
    if (text !== undefined) await copiesAgain(actor, place.importId, place.ordinal, tx);
    return { answer: await importRow(actor, place.importId, place.ordinal, tx), deed: { action: "import.row_changed", subject: "import", subjectId: place.importId, detail: { ordinal: place.ordinal } } };
  });

async function lockRow(actor: MemberActor, place: { importId: string; ordinal: number }, tx: Sql): Promise<Locked> {
  // The import before its rows, as adding does.
  const state = await row<{ state: ImportState }>("SELECT state FROM import WHERE project_id = $1 AND id = $2 FOR SHARE", [actor.projectId, place.importId], tx);
  const found = await row<Omit<Locked, "importState">>(
    `SELECT state, version, understood, corrections, copy_of IS NOT NULL OR copy_of_ordinal IS NOT NULL AS "isCopy", ${PLAIN} AS plain FROM import_row r WHERE project_id = $1 AND import_id = $2 AND ordinal = $3 FOR UPDATE`,
    [actor.projectId, place.importId, place.ordinal],
    tx,
  );
  if (!state || !found) throw notFound();
  return { ...found, importState: state.state };
}

async function otherWords(actor: MemberActor, place: { importId: string; ordinal: number }, found: Locked & { understood: Proposals }, text: string, tx: Sql): Promise<{ text: string; understood: Proposals }> {
  if (!found.plain) throw invalid("The words of a page or document come from its file. Leave the row out and paste the words instead.", { errors: [{ path: "/text", message: "can be changed for plain text only" }] });
  return understandAgain(actor, place, { text, before: found.understood }, tx);
}
