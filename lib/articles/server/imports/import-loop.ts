import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type { Actor } from "@/lib/accounts/server/actor";
import { log } from "@/lib/platform/log";
import { type OpenImport, openImports } from "./open-imports";
import { runImport, type Work } from "./run-imports";

/** How often the worker looks for something to do: a paste is previewed within a second or so. */
const LOOK_MS = 400;
/** Imports that go on side by side, so that a paste need not wait for a large file. */
const SIDE_BY_SIDE = 3;
/** How long an import rests whose slice failed. */
const REST_MS = 1_600;

/**
 * Does imports until it is stopped. What there is to do, and from where on, stands in the imports themselves, so
 * whatever ends this process, the next one goes on behind the last batch that was written.
 */
export function startImports(actor: Actor, work: Omit<Work, "stopped">): { stop(): Promise<void> } {
  let stopping = false;
  const running = new Map<string, Promise<void>>();
  const turn = async (open: OpenImport): Promise<void> => {
    try {
      await runImport(actor, open, { ...work, stopped: () => stopping });
    } catch (error) {
      log.error({ err: error, projectId: open.projectId, importId: open.id }, "a slice of an import failed");
      await sleep(REST_MS);
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
