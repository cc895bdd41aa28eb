import "server-only";
import { Worker } from "node:worker_threads";
import { readRecords, type ReadFile, type ReadOptions } from "../../formats/read-records";
import type { ByteSource, Cursor, Passed, ReadResult } from "../../formats/record";
import { formatOf, SNIFFED, type Format } from "../../formats/sniff";
import type { FromThread, ToThread } from "./reading-messages";

/** What one record of a document or an archive may take, and when a thread that does nothing ends. */
export type ReadingLimits = { readonly milliseconds: number; readonly heapMiB: number; readonly idleMs: number };
export const READING_LIMITS: ReadingLimits = { milliseconds: 60_000, heapMiB: 768, idleMs: 300_000 };

/** What is read here: line by line, or only decoded. Its memory is bounded by its own limits. */
const HERE: readonly Format[] = ["text", "html", "csv", "jsonl"];

type Thread = { readonly worker: Worker; readonly ready: Promise<void>; listen: (message: FromThread | { kind: "ended"; error?: NodeJS.ErrnoException }) => void; idle?: NodeJS.Timeout };
/** How reading ended before the end of the file: what is said of it, how far it had come, and the file of an archive that was at work, with the cursor that passes it over. */
type Death = { readonly message: string; readonly last: Cursor | null; readonly entry: { readonly name: string; readonly past: Cursor } | null };

/**
 * Reads documents and archives in threads of their own, so that one which takes too long or too much memory costs its
 * thread and is refused by name. Of an archive the other files are read; of any other file, what was read before stays.
 */
export function startReadingFiles(limits: ReadingLimits = READING_LIMITS): { readonly read: ReadFile; stop(): Promise<void> } {
  const all = new Set<Thread>();
  const free: Thread[] = [];

  const begin = (): Thread => {
    const worker = new Worker(new URL("./reading-thread.mjs", import.meta.url), {
      execArgv: ["--conditions=react-server"],
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMiB, maxYoungGenerationSizeMb: 16 },
    });
    let started: () => void = () => {};
    let failed: (error: Error) => void = () => {};
    const ready = new Promise<void>((resolve, reject) => ([started, failed] = [resolve, reject]));
    ready.catch(() => undefined);
    const thread: Thread = { worker, ready, listen: () => undefined };
    all.add(thread);
    let broken: NodeJS.ErrnoException | undefined;
    worker.on("message", (message: FromThread) => (message.kind === "ready" ? started() : thread.listen(message)));
    worker.on("error", (error: NodeJS.ErrnoException) => (broken = error));
    // The exit comes behind everything that the thread said.
    worker.on("exit", () => {
      all.delete(thread);
      if (free.includes(thread)) free.splice(free.indexOf(thread), 1);
      failed(broken ?? new Error("a reading thread ended before it began"));
      thread.listen({ kind: "ended", ...(broken ? { error: broken } : {}) });
    });
    return thread;
  };

  const rest = (thread: Thread): void => {
    thread.listen = () => undefined;
    thread.idle = setTimeout(() => void thread.worker.terminate(), limits.idleMs).unref();
    thread.worker.unref();
    free.push(thread);
  };

  /** Reads until the file ends or the thread does. */
  async function* readOnce(source: ByteSource, options: ReadOptions): AsyncGenerator<ReadResult | Passed, Death | null> {
    const thread = free.pop() ?? begin();
    clearTimeout(thread.idle);
    thread.worker.ref();
    await thread.ready;
    const tell = (message: ToThread): void => thread.worker.postMessage(message);
    const told: { readonly results: readonly (ReadResult | Passed)[]; readonly bytes: number }[] = [];
    let [wake, moved, at]: [() => void, number, { name: string; past: Cursor } | null] = [() => {}, 0, null];
    let end: { death: Death | null } | { error: unknown } | undefined;
    let last = options.from;
    let slow = false;
    let timer: NodeJS.Timeout | undefined;
    const watch = (): void => {
      clearTimeout(timer);
      moved += 1;
      const seen = moved;
      // Where this process was held up, what the thread said lies here unheard; and one that waits to be heard is not slow.
      const late = (): void => void setImmediate(() => {
        if (moved !== seen || end !== undefined) return;
        if (told.length > 0) return watch();
        slow = true;
        void thread.worker.terminate();
      });
      timer = setTimeout(late, limits.milliseconds);
    };
    const said = (error: NodeJS.ErrnoException | undefined): string =>
      slow ? `Reading this took longer than ${limits.milliseconds / 1000} seconds, so it was stopped.` : error?.code === "ERR_WORKER_OUT_OF_MEMORY" ? `Reading this took more than ${limits.heapMiB} MB of memory, so it was stopped.` : "Reading this broke off.";
    thread.listen = (message) => {
      watch();
      if (message.kind === "results") {
        told.push(message);
        last = message.results.at(-1)?.next ?? last;
      }
      else if (message.kind === "begins") at = message;
      else if (message.kind === "wants")
        void source.read(message.offset, message.length).then(
          (bytes) => (watch(), tell({ kind: "bytes", question: message.question, bytes })),
          (error: unknown) => ((end = { error }), wake()),
        );
      else if (message.kind === "done") end ??= { death: null };
      else if (message.kind === "broken") end ??= { error: new Error(message.message) };
      else if (message.kind === "ended") end ??= { death: { message: said(message.error), last, entry: at } };
      wake();
    };
    watch();
    tell({ kind: "read", size: source.size, options });
    try {
      for (;;) {
        const batch = told.shift();
        if (batch) {
          yield* batch.results;
          tell({ kind: "heard", bytes: batch.bytes });
        } else if (end !== undefined) {
          if ("error" in end) throw end.error;
          return end.death;
        } else await new Promise<void>((resolve) => (wake = resolve));
      }
    } finally {
      clearTimeout(timer);
      if (end !== undefined && "death" in end && end.death === null) rest(thread);
      // Left in the middle: what it would still send is not wanted.
      else void thread.worker.terminate();
    }
  }

  async function* read(source: ByteSource, options: ReadOptions): AsyncGenerator<ReadResult | Passed> {
    const format = source.size === 0 ? "text" : formatOf(await source.read(0, SNIFFED), options.name, options.mediaType);
    if (typeof format !== "string" || HERE.includes(format)) return yield* readRecords(source, options);
    let from = options.from;
    for (;;) {
      const death = yield* readOnce(source, { ...options, from });
      if (death === null) return;
      const { entry, last, message } = death;
      const next: Cursor = entry?.past ?? { record: (last?.record ?? 0) + 1, byte: source.size, line: last?.line ?? 1 };
      yield { next, refused: { place: entry === null ? {} : { entry: entry.name }, code: "stopped", message } };
      if (entry === null) return;
      from = next;
    }
  }

  return {
    read,
    stop: async () => {
      await Promise.all([...all].map((thread) => thread.worker.terminate()));
    },
  };
}
