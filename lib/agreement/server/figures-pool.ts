import "server-only";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { AppError } from "@/lib/kernel/errors";
import type { FromThread, ToThread } from "./figures-messages";

/** What one choice may take, and when a thread that does nothing ends. */
export type FiguresLimits = { readonly milliseconds: number; readonly heapMiB: number; readonly idleMs: number };
const LIMITS: FiguresLimits = { milliseconds: 60_000, heapMiB: 1024, idleMs: 600_000 };

// Not a URL beside this file, nor a path that a bundler can follow: it would pack the thread and what it loads TypeScript with.
const threadFile = (): string => join(/* turbopackIgnore: true */ process.cwd(), ...["lib", "agreement", "server", "figures-thread.mjs"]);

/** What is told to the thread: the submissions as they come, then what is to be made of them. */
export type Telling = (tell: (message: ToThread) => void) => Promise<void>;
export type Answer = Exclude<FromThread, { kind: "ready" | "failed" }>;

/**
 * One thread of this process that computes figures, so that whoever asks for something else need not wait. It begins
 * with the first question, stays warm, is asked one thing after the other, and never keeps the process from ending.
 * A question that takes longer than the limit costs the thread and is answered 503.
 */
export class FiguresPool {
  private worker: Worker | null = null;
  private ready: Promise<void> = Promise.resolve();
  private heard: (message: FromThread | { kind: "ended"; error: Error | null }) => void = () => undefined;
  private idle: NodeJS.Timeout | undefined;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly limits: FiguresLimits = LIMITS) {}

  /** Asks the thread; questions wait for each other. */
  ask(telling: Telling): Promise<Answer> {
    const answer = this.turn.then(() => this.run(telling));
    this.turn = answer.catch(() => undefined);
    return answer;
  }

  /** Ends the thread; the next question begins another one. */
  async stop(): Promise<void> {
    clearTimeout(this.idle);
    const { worker } = this;
    this.worker = null;
    await worker?.terminate();
  }

  private async run(telling: Telling): Promise<Answer> {
    clearTimeout(this.idle);
    const worker = this.worker ?? this.begin();
    worker.ref();
    try {
      await this.ready;
      const answered = new Promise<FromThread | { kind: "ended"; error: Error | null }>((resolve) => (this.heard = resolve));
      await telling((message) => worker.postMessage(message));
      const timer = setTimeout(() => void worker.terminate(), this.limits.milliseconds);
      const message = await answered.finally(() => clearTimeout(timer));
      if (message.kind === "ended") throw message.error && (message.error as NodeJS.ErrnoException).code !== "ERR_WORKER_OUT_OF_MEMORY" ? message.error : new AppError("unavailable", `These figures take longer than ${this.limits.milliseconds / 1000} seconds, or more memory than there is for them. Choose fewer articles or annotators.`);
      if (message.kind === "failed" || message.kind === "ready") throw new Error(message.kind === "failed" ? message.message : "the thread began again");
      return message;
    } catch (error) {
      // What it was told in part must not mix with the next question.
      await this.stop();
      throw error;
    } finally {
      worker.unref();
      this.idle = setTimeout(() => void this.stop(), this.limits.idleMs);
      this.idle.unref();
    }
  }

  private begin(): Worker {
    const worker = new Worker(/* turbopackIgnore: true */ threadFile(), {
      execArgv: ["--conditions=react-server"],
      resourceLimits: { maxOldGenerationSizeMb: this.limits.heapMiB, maxYoungGenerationSizeMb: 64 },
    });
    this.worker = worker;
    let failed: (error: Error) => void = () => undefined;
    this.ready = new Promise((resolve, reject) => {
      failed = reject;
      worker.once("message", () => resolve());
    });
    this.ready.catch(() => undefined);
    let broken: Error | null = null;
    worker.on("message", (message: FromThread) => message.kind !== "ready" && this.heard(message));
    worker.on("error", (error: Error) => (broken = error));
    worker.on("exit", () => {
      if (this.worker === worker) this.worker = null;
      failed(broken ?? new Error("the thread ended before it began"));
      this.heard({ kind: "ended", error: broken });
    });
    return worker;
  }
}
