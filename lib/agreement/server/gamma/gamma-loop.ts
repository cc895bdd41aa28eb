import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type { Actor } from "@/lib/accounts/server/actor";
import { log } from "@/lib/platform/log";
import { claimGamma } from "./open-gamma";
import { runGamma } from "./run-gamma";

/** How often the worker looks for a γ to compute. */
const LOOK_MS = 700;

/**
 * Computes γ's until it is stopped, one after the other, a slice of each in turn. Where a job stands is in its row, so
 * whatever ends this process, the next one goes on behind the last document that was written.
 */
export function startGamma(actor: Actor): { stop(): Promise<void> } {
  let stopping = false;
  const turn = async (): Promise<void> => {
    while (!stopping) {
      const open = await claimGamma(actor).catch((error: unknown) => {
        log.warn({ err: error }, "γ cannot be looked for");
        return null;
      });
      // The lease of what failed runs out by itself, which is its rest.
      if (open) await runGamma(actor, open, { stopped: () => stopping }).catch((error: unknown) => log.error({ err: error, projectId: open.projectId, jobId: open.id }, "a slice of a γ failed"));
      else await sleep(LOOK_MS);
    }
  };
  const turning = turn();
  return {
    stop: async () => {
      stopping = true;
      await turning;
    },
  };
}
