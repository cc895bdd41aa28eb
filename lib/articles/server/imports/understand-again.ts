import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { invalid } from "@/lib/kernel/errors";
import { row, type Sql } from "@/lib/platform/database";
import { understand } from "../../extract/understand";
import type { Proposals } from "../../imports/correct";
import { withDefaults } from "../../imports/defaults";
import type { ImportSettings } from "../../imports/shape";
import { outletsForHints } from "../outlets";

/** Understands words that a person typed over those of a row; what its file and its import say of it still holds. Refuses (422) what cannot be stored. */
export async function understandAgain(actor: MemberActor, place: { importId: string; ordinal: number }, words: { text: string; before: Proposals }, tx: Sql): Promise<{ text: string; understood: Proposals }> {
  const from = await row<{ settings: ImportSettings; fileName: string }>(
    `SELECT i.settings, coalesce(nullif(r.entry, ''), f.name) AS "fileName" FROM import_row r JOIN import i ON i.project_id = r.project_id AND i.id = r.import_id JOIN import_file f ON f.project_id = r.project_id AND f.id = r.file_id
     WHERE r.project_id = $1 AND r.import_id = $2 AND r.ordinal = $3`,
    [actor.projectId, place.importId, place.ordinal],
    tx,
  );
  const { fields = {}, capturedAt = null } = words.before;
  const found = understand({ kind: "text", text: words.text }, { fields, url: fields.url ?? null, fileName: from?.fileName ?? null, outlets: await outletsForHints(actor) });
  if (!found.ok) throw invalid(found.error.message, { errors: [{ path: "/text", message: found.error.message }] });
  const { text, ...understood } = withDefaults(found.value, from?.settings ?? {});
  return { text, understood: { ...understood, fields, capturedAt } };
}
