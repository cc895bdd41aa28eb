import { setTimeout as sleep } from "node:timers/promises";
import { CHUNK_BYTES } from "@/lib/articles/imports/shape";
import { importOf } from "@/lib/articles/server/imports/import-sql";
import type { Bed, Line } from "../bed";
import { LINE_BYTES, paddedLine } from "./made-articles";
import { coordinator, send, through } from "./run-imports";

const LINES = Math.floor(2 ** 30 / LINE_BYTES);
/** Where the growth is counted from: the worker has read and added for a while, and has all its threads. */
const SETTLED = 2_000;

/** How far the memory of the worker grows over an import of 1 GB, from its first 2,000 articles to the highest that was seen. */
export async function importMemory({ worker }: Pick<Bed, "worker">): Promise<Line[]> {
  const size = LINES * LINE_BYTES;
  const part = (n: number): Buffer => {
    const [start, end] = [n * CHUNK_BYTES, Math.min(size, (n + 1) * CHUNK_BYTES)];
    const first = Math.floor(start / LINE_BYTES);
    const lines = Array.from({ length: Math.ceil(end / LINE_BYTES) - first }, (_, i) => paddedLine(first + i));
    return Buffer.concat(lines).subarray(start - first * LINE_BYTES, end - first * LINE_BYTES);
  };
  const actor = await coordinator("A gigabyte");
  const id = await send(actor, size, part);
  let [settled, highest] = [0, 0];
  await through(actor, id, async () => {
    for (;;) {
      const { state, counts } = await importOf(actor, id);
      if (state === "ready" || state === "done" || state === "failed") return;
      const used = worker.memory();
      if (counts.seen >= SETTLED) {
        settled ||= used;
        highest = Math.max(highest, used);
      }
      await sleep(500);
    }
  });
  return [
    {
      what: "Memory of the worker over an import of 1 GB", unit: "MiB", goal: { atMost: 150 }, value: highest - settled,
      reference: `${settled.toFixed(0)} MiB after ${SETTLED.toLocaleString("en")} articles`, ours: `${highest.toFixed(0)} MiB at most`,
    },
  ];
}
