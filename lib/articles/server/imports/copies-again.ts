import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { rows, type Sql } from "@/lib/platform/database";
import { copyPrint } from "../../copies/print";
import { type Proposals, standing } from "../../imports/correct";
import type { Corrections, RowState } from "../../imports/shape";
import { ownKeys } from "../copies/print";
import { sha256 } from "../prepare-article";
import { withCopies } from "./find-copies";

type Stored = { ordinal: number; state: RowState; text: string; understood: Proposals; corrections: Corrections };

/** Says anew whose words a row repeats whose own words were changed, and the same of the rows that repeated it. */
export async function copiesAgain(actor: MemberActor, importId: string, ordinal: number, tx: Sql): Promise<void> {
  const changed = await rows<Stored>(
    "SELECT ordinal, state, text, understood, corrections FROM import_row WHERE project_id = $1 AND import_id = $2 AND (ordinal = $3 OR copy_of_ordinal = $3) AND text IS NOT NULL AND understood IS NOT NULL ORDER BY ordinal FOR UPDATE",
    [actor.projectId, importId, ordinal],
    tx,
  );
  for (const row of changed) {
    const print = copyPrint(row.text, row.understood.blocks, sha256);
    const [judged] = await withCopies(actor, importId, row.ordinal, [{ fileId: "", place: {}, state: "new", reason: null, byte: null, text: row.text, understood: row.understood, print }], tx);
    const isCopy = judged?.state === "copy";
    const state = row.state === "left_out" ? row.state : standing({ looks: row.understood.looks, isCopy }, row.corrections);
    await rows(
      `UPDATE import_row SET state = $4, copy_of = $5, copy_of_ordinal = $6, words_digest = $7, shingles = $8, bands = $9::bigint[], version = version + CASE WHEN ordinal = $10 THEN 0 ELSE 1 END WHERE project_id = $1 AND import_id = $2 AND ordinal = $3`,
      [actor.projectId, importId, row.ordinal, state, judged?.copyOf ?? null, judged?.copyOfOrdinal ?? null, Buffer.from(print.wordsDigest), print.shingles, ownKeys(actor.projectId, print.bands), ordinal],
      tx,
    );
  }
}
