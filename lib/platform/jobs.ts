import "server-only";
import PgBoss from "pg-boss";
import { closeDatabase } from "./database";
import { env } from "./env";
import { log } from "./log";

/** A job that comes round: a cron line (UTC) and what to do. Slices stay under 30 seconds. */
export type Recurring = { readonly name: string; readonly cron: string; readonly run: () => Promise<unknown> };

export type Worker = { stop(): Promise<void> };

/** Starts the worker process's loop over its recurring jobs. */
export async function startJobs(jobs: readonly Recurring[]): Promise<Worker> {
  const boss = new PgBoss({ connectionString: env().DATABASE_URL, max: 3, application_name: "slantwise-worker" });
  boss.on("error", (error) => log.warn({ err: error.message }, "job queue"));
  await boss.start();
  for (const job of jobs) {
    await boss.createQueue(job.name, { name: job.name, policy: "singleton", expireInSeconds: 60 });
    await boss.schedule(job.name, job.cron);
    await boss.work(job.name, { pollingIntervalSeconds: 5 }, async () => {
      await job.run();
    });
  }
  return {
    stop: async () => {
      await boss.stop({ graceful: true, timeout: 3_000, wait: true });
      await closeDatabase();
    },
  };
}
