import "server-only";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Outcome, Parse, Task } from "./parsing";

/** What one record may take, and how many threads there are. */
export type ParsingLimits = { readonly threads: number; readonly milliseconds: number; readonly heapMiB: number; readonly idleMs: number };

/** As many threads as processors: the worker gives way to the server, which is asked by people. */
export const PARSING_LIMITS: ParsingLimits = { threads: Math.max(1, Math.min(4, availableParallelism())), milliseconds: 20_000, heapMiB: 512, idleMs: 300_000 };

type Job = { readonly task: Task; readonly done: (outcome: Outcome) => void; readonly fail: (error: Error) => void };
/** `heard` counts its answers; `slow` is the record for which it was stopped. */
type Thread = { readonly worker: Worker; readonly given: Job[]; ready: boolean; heard: number; slow?: Job; broken?: NodeJS.ErrnoException; timer?: NodeJS.Timeout };

const tooSlow = ({ milliseconds }: ParsingLimits): string => `Reading this took longer than ${milliseconds / 1000} seconds, so it was stopped.`;

/** As many records lie with a thread, so that it need not wait for the next one. */
const GIVEN = 12;

/**
 * Understands and prepares records in threads of their own. A record that takes too long or too much memory costs its
 * thread and is refused by name; the others go on in a new one. Threads begin with the first record and end when
 * there has been nothing to do for a while.
 */
export function startParsing(limits: ParsingLimits = PARSING_LIMITS): { readonly parse: Parse; stop(): Promise<void> } {
  const waiting: Job[] = [];
  const threads = new Set<Thread>();

  const begin = (): Thread => {
    const worker = new Worker(new URL("./parsing-thread.mjs", import.meta.url), {
      execArgv: ["--conditions=react-server"],
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMiB, maxYoungGenerationSizeMb: 16 },
      stdout: false,
    });
    const thread: Thread = { worker, given: [], ready: false, heard: 0 };
    threads.add(thread);
    worker.on("message", (outcome: Outcome | "ready") => {
      thread.heard += 1;
      if (outcome === "ready") thread.ready = true;
      else thread.given.shift()?.done(outcome);
      if (threads.has(thread) && thread.slow === undefined) give(thread);
    });
    worker.on("error", (error: NodeJS.ErrnoException) => (thread.broken = error));
    // Who is to blame is asked here and not when the error comes: that may overtake answers, the exit does not.
    worker.on("exit", () => lose(thread));
    return thread;
  };

  /** The record at work is refused; those behind it wait for another thread. */
  const lose = (thread: Thread): void => {
    if (!threads.delete(thread)) return;
    clearTimeout(thread.timer);
    const { broken, slow, given } = thread;
    if (!thread.ready) return failAll(thread, broken ?? new Error("a parsing thread ended before it began"));
    // One that was stopped may have finished its record at the last moment; then nobody is to blame.
    const guilty = slow === undefined || given[0] === slow ? given.shift() : undefined;
    waiting.unshift(...given.splice(0));
    guilty?.done({ refused: { message: slow ? tooSlow(limits) : broken?.code === "ERR_WORKER_OUT_OF_MEMORY" ? `Reading this took more than ${limits.heapMiB} MB of memory, so it was stopped.` : "Reading this broke off." } });
    spread();
  };

  /** Stops a thread whose record takes too long. Where this process itself was held up, answers lie here that nobody has heard yet, and they come first. */
  const hurry = (thread: Thread): void => {
    const { heard } = thread;
    setImmediate(() => {
      const [slow] = thread.given;
      if (thread.heard !== heard || slow === undefined) return;
      thread.slow = slow;
      void thread.worker.terminate();
    });
  };

  /** A thread that cannot even begin is no fault of any record. */
  const failAll = (thread: Thread, error: Error): void => {
    for (const job of [...thread.given.splice(0), ...waiting.splice(0)]) job.fail(error);
  };

  const rest = (thread: Thread): void => {
    threads.delete(thread);
    void thread.worker.terminate();
  };

  const give = (thread: Thread): void => {
    if (!thread.ready) return;
    clearTimeout(thread.timer);
    if (thread.given.length <= GIVEN / 2 && waiting.length > 0) {
      const more = waiting.splice(0, GIVEN - thread.given.length);
      thread.given.push(...more);
      thread.worker.postMessage(more.map(({ task }) => task));
    }
    const busy = thread.given.length > 0;
    // What is at work counts from here: the one before it has just been answered.
    thread.timer = busy ? setTimeout(() => hurry(thread), limits.milliseconds) : setTimeout(() => rest(thread), limits.idleMs);
    thread.timer.unref();
    if (busy) thread.worker.ref();
    else thread.worker.unref();
  };

  const spread = (): void => {
    for (const thread of threads) if (waiting.length > 0) give(thread);
    while (threads.size < Math.min(limits.threads, Math.ceil(waiting.length / GIVEN))) begin();
  };

  return {
    parse: (_actor, tasks) =>
      new Promise((resolve, reject) => {
        const outcomes: Outcome[] = [];
        let left = tasks.length;
        if (left === 0) resolve(outcomes);
        tasks.forEach((task, i) => {
          waiting.push({
            task,
            fail: reject,
            done: (outcome) => {
              outcomes[i] = outcome;
              left -= 1;
              if (left === 0) resolve(outcomes);
            },
          });
        });
        spread();
      }),
    stop: async () => {
      const all = [...threads];
      threads.clear();
      for (const thread of all) clearTimeout(thread.timer);
      await Promise.all(all.map((thread) => thread.worker.terminate()));
    },
  };
}
