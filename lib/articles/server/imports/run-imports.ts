import "server-only";
import type { Actor } from "@/lib/accounts/server/actor";
import { now } from "@/lib/platform/clock";
import { rows } from "@/lib/platform/database";
import type { ReadFile } from "../../formats/read-records";
import { outletsForHints } from "../outlets";
import type { AssignNew } from "./add-articles";
import { addSlice } from "./add-slice";
import { beginAttempt, isNoFault, takeBackAttempt } from "./attempts";
import { type OpenImport, ownerOf } from "./open-imports";
import type { Parse } from "./parsing";
import { readSlice } from "./read-slice";

/** What one turn of an import may take, so that others get theirs. */
const SLICE_MS = 20_000;

/** With what imports are done: how files are read and records parsed; `stopped` once the worker is asked to end. */
export type Work = { readonly read: ReadFile; readonly parse: Parse; readonly assign: AssignNew; readonly stopped: () => boolean };

/** Does one slice of an import: at most about 20 seconds, each batch of it written whole with the place to go on from. After several in vain, what is to blame is given up. */
export async function runImport(actor: Actor, open: OpenImport, work: Work): Promise<void> {
  const owner = await ownerOf(actor, open);
  if (!owner) return void (await rows("UPDATE import SET paused = true, problem = 'Whoever began this import may add no articles any more, so it rests. Go on with it in your own name, or cancel it.', version = version + 1, updated_at = now() WHERE project_id = $1 AND id = $2", [open.projectId, open.id]));
  const attempt = await beginAttempt(owner, open);
  if (attempt === null) return;
  const end = now().getTime() + SLICE_MS;
  const slice = { ...work, careful: attempt > 1, hints: { outlets: await outletsForHints(owner) }, isOver: () => work.stopped() || now().getTime() >= end };
  try {
    await (open.state === "reading" ? readSlice(owner, open, slice) : addSlice(owner, open, slice));
  } catch (error) {
    if (isNoFault(error)) await takeBackAttempt(owner, open);
    throw error;
  }
  await takeBackAttempt(owner, open);
}
