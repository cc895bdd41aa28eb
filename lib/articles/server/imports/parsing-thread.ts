import "server-only";
import { parentPort } from "node:worker_threads";
import { parseOne, type Task } from "./parsing";

// What a thread of `parsing-pool.ts` runs: tasks come in, and for each, in the same order, one outcome goes out.
parentPort?.on("message", (tasks: readonly Task[]) => {
  for (const task of tasks) parentPort?.postMessage(parseOne(task));
});
parentPort?.postMessage("ready");
