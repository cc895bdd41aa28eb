import "server-only";
import { parentPort } from "node:worker_threads";
import { invariant } from "@/lib/kernel/errors";
import { readRecords, type ReadOptions } from "../../formats/read-records";
import type { ByteSource, Passed, ReadResult } from "../../formats/record";
import { type FromThread, resultBytes, type ToThread } from "./reading-messages";

// What a thread of `reading-pool.ts` runs: one file at a time, whose bytes it asks for and whose results it sends on.

/** Results go out when they have so many bytes or have lain so long. */
const [SENT_BYTES, SENT_MS] = [1 << 20, 200];
/** As many bytes of results may lie unheard; then reading waits. */
const UNHEARD_BYTES = 1 << 22;

invariant(parentPort, "this runs as a thread");
const port = parentPort;
const asked = new Map<number, { resolve: (bytes: Uint8Array) => void; reject: (error: Error) => void }>();
let questions = 0;
let unheard = 0;
let heard = (): void => {};
const tell = (message: FromThread): void => port.postMessage(message);

const source = (size: number): ByteSource => ({
  size,
  read: (offset, length) =>
    new Promise((resolve, reject) => {
      asked.set(++questions, { resolve, reject });
      tell({ kind: "wants", question: questions, offset, length });
    }),
});

async function readFile(size: number, options: ReadOptions): Promise<void> {
  let [results, bytes, since]: [(ReadResult | Passed)[], number, number] = [[], 0, performance.now()];
  unheard = 0;
  const send = (): void => {
    if (results.length > 0) tell({ kind: "results", results, bytes });
    unheard += bytes;
    [results, bytes, since] = [[], 0, performance.now()];
  };
  const begins: ReadOptions["begins"] = (name, past) => {
    // What is in front of an entry must not be lost with it.
    send();
    tell({ kind: "begins", name, past });
  };
  for await (const result of readRecords(source(size), { ...options, begins })) {
    results.push(result);
    bytes += resultBytes(result);
    if (bytes >= SENT_BYTES || performance.now() - since >= SENT_MS) send();
    while (unheard >= UNHEARD_BYTES) await new Promise<void>((resolve) => (heard = resolve));
  }
  send();
  tell({ kind: "done" });
}

port.on("message", (message: ToThread) => {
  if (message.kind === "read") void readFile(message.size, message.options).catch((error: unknown) => tell({ kind: "broken", message: String(error) }));
  else if (message.kind === "heard") {
    unheard -= message.bytes;
    heard();
  } else {
    const waiting = asked.get(message.question);
    asked.delete(message.question);
    if (message.bytes === null) waiting?.reject(new Error("the bytes cannot be had"));
    else waiting?.resolve(message.bytes);
  }
});
tell({ kind: "ready" });
