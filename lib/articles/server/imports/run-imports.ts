import "server-only";
import type { Actor } from "@/lib/accounts/server/actor";
import { now } from "@/lib/platform/clock";
import { rows } from "@/lib/platform/database";
import { outletsForHints } from "../outlets";
import type { AssignNew } from "./add-articles";
import { addSlice } from "./add-slice";
import { type OpenImport, ownerOf } from "./open-imports";
import type { Parse } from "./parsing";
import { readSlice } from "./read-slice";

/** What one turn of an import may take, so that others get theirs. */
const SLICE_MS = 20_000;

/** With what imports are done; `stopped` once the worker is asked to end. */
export type Work = { readonly parse: Parse; readonly assign: AssignNew; readonly stopped: () => boolean };

/** Does one slice of an import: at most about 20 seconds, each batch of it written whole with the place to go on from. */
export async function runImport(actor: Actor, open: OpenImport, work: Work): Promise<void> {
  const owner = await ownerOf(actor, open);
  if (!owner) return void (await rows("UPDATE import SET state = 'failed', problem = 'Nobody stands behind this import any more.', finished_at = now(), version = version + 1 WHERE project_id = $1 AND id = $2", [open.projectId, open.id]));
  const end = now().getTime() + SLICE_MS;
  const slice = { parse: work.parse, assign: work.assign, hints: { outlets: await outletsForHints(owner) }, isOver: () => work.stopped() || now().getTime() >= end };
  await (open.state === "reading" ? readSlice(owner, open, slice) : addSlice(owner, open, slice));
}
