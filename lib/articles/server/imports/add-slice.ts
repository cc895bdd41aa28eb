import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { rows, transaction } from "@/lib/platform/database";
import type { AssignNew } from "./add-articles";
import { prepareFound, writeFound } from "./add-found";
import { addPreviewed } from "./add-previewed";
import { batchesOf, type Reading, sizeOf } from "./batches";
import { clearOver } from "./clear-over";
import { type OpenImport, stillOpen } from "./open-imports";
import type { Parse } from "./parsing";
import type { CommonHints } from "./read-slice";
import { NOT_STORED, piecesOf, writeOrRefuse } from "./write-or-refuse";

/** Steps of clearing after the last batch; the rest is a job of its own. */
const AT_ONCE = 8;
export type Adding = Reading & { parse: Parse; hints: CommonHints; assign: AssignNew; isOver: () => boolean };

/** Adds on: first the rows that a person could look at, then what stands behind them in the files, until all is added or `isOver` says so. */
export async function addSlice(actor: MemberActor, open: OpenImport, work: Adding): Promise<void> {
  for (;;) {
    const added = await addPreviewed(actor, open, work);
    if (added === "stop") return;
    if (added === "none") break;
    if (work.isOver()) return;
  }
  let seen = open.seen;
  // While a batch is written the next one is read and prepared.
  let writing: Promise<boolean> = Promise.resolve(true);
  try {
    for await (const batch of batchesOf(actor, open, work, () => ({ records: 200, bytes: 2 ** 22, milliseconds: 2_000 }))) {
      const made = await prepareFound(actor, batch, open, work);
      if (!(await writing)) return;
      const at = seen;
      seen += sizeOf(batch);
      writing = writeOrRefuse(actor, { batch, made, at: 0 }, {
        pieces: piecesOf,
        write: (piece) => transaction((tx) => writeFound(actor, open, { ...piece, seen: at + piece.at, assign: work.assign }, tx)),
        refused: (piece) => ({ ...piece, made: piece.made.map(() => ({ refused: { message: NOT_STORED } })) }),
      });
      // Whether it failed is asked later; until then a failure must not look unheard.
      writing.catch(() => false);
      if (work.isOver()) break;
    }
  } finally {
    await writing.catch(() => false);
  }
  if ((await writing) && !work.isOver()) {
    await finish(actor, open, seen);
    await clearOver(actor, { importId: open.id, steps: AT_ONCE });
  }
}

const finish = (actor: MemberActor, open: OpenImport, seen: number): Promise<void> =>
  transaction(async (tx) => {
    if (!(await stillOpen(actor, open, seen, tx))) return;
    await rows("UPDATE import_file SET state = 'added' WHERE project_id = $1 AND import_id = $2 AND state = 'read'", [actor.projectId, open.id], tx);
    await rows("UPDATE import SET state = 'done', finished_at = now(), updated_at = now(), bytes_read = bytes_total, version = version + 1 WHERE project_id = $1 AND id = $2", [actor.projectId, open.id], tx);
  });
