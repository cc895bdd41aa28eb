import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type { Actor } from "@/lib/accounts/server/actor";
import { rows } from "@/lib/platform/database";
import { log } from "@/lib/platform/log";
import { type OpenImport, openImports } from "./open-imports";
import { runImport, type Work } from "./run-imports";

/** How often the worker looks for something to do: a paste is previewed within a second or so. */
const LOOK_MS = 400;
/** Imports that go on side by side, so that a paste need not wait for a large file. */
const SIDE_BY_SIDE = 3;
/** Slices of one import that may fail in a row before it is given up; what was written stays. */
const MOST_FAILURES = 5;

/**
 * Does imports until it is stopped. What there is to do, and from where on, stands in the imports themselves, so
 * whatever ends this process, the next one goes on behind the last batch that was written.
 */
export function startImports(actor: Actor, work: Omit<Work, "stopped">): { stop(): Promise<void> } {
  let stopping = false;
  const running = new Map<string, Promise<void>>();
  const failures = new Map<string, number>();
  const turn = async (open: OpenImport): Promise<void> => {
    try {
      await runImport(actor, open, { ...work, stopped: () => stopping });
      failures.delete(open.id);
    } catch (error) {
      const count = (failures.get(open.id) ?? 0) + 1;
      failures.set(open.id, count);
      log.error({ err: error, projectId: open.projectId, importId: open.id, count }, "a slice of an import failed");
      if (count >= MOST_FAILURES) await giveUp(open).catch((lost: unknown) => log.error({ err: lost }, "an import could not be given up"));
      else await sleep(LOOK_MS * 2 ** count);
    } finally {
      running.delete(open.id);
    }
  };
  const look = async (): Promise<void> => {
    while (!stopping) {
      const waiting = await openImports(actor).catch((error: unknown) => {
        log.warn({ err: error }, "imports cannot be looked for");
        return [];
      });
      for (const open of waiting) if (running.size < SIDE_BY_SIDE && !running.has(open.id)) running.set(open.id, turn(open));
      await (running.size < SIDE_BY_SIDE ? sleep(LOOK_MS) : Promise.race(running.values()));
    }
  };
  const looking = look();
  return {
    stop: async () => {
      stopping = true;
      await looking;
      await Promise.allSettled(running.values());
    },
  };
}

const giveUp = (open: OpenImport): Promise<unknown> =>
  rows(
    "UPDATE import SET state = 'failed', problem = 'Something broke that should not have, five times in a row. What was added stays.', finished_at = now(), version = version + 1 WHERE project_id = $1 AND id = $2 AND state IN ('reading', 'adding')",
    [open.projectId, open.id],
  );
