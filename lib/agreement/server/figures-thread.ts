import "server-only";
import { parentPort } from "node:worker_threads";
import { invariant } from "@/lib/kernel/errors";
import { type Base, baseOf, reportOf } from "../analyse/analyse";
import { classCounts } from "../analyse/class-counts";
import { unitRows } from "../analyse/unit-rows";
import type { SubmissionRow } from "../material/kept-rows";
import { newTally } from "../material/left-out";
import { materialOf } from "../material/material-of";
import type { FromThread, Order, ToThread } from "./figures-messages";

// What the thread of `figures-pool.ts` runs: one choice at a time, whose submissions come first. The last one's base
// is kept: who looks at one layer looks at another one next.

invariant(parentPort, "this runs as a thread");
const port = parentPort;
const tell = (message: FromThread): void => port.postMessage(message);
let submissions: readonly SubmissionRow[] = [];
let last: { readonly key: string; readonly base: Base } | null = null;

function compute({ wanted, kept, leftOut, base: key, dataVersion }: Order): FromThread {
  const tally = newTally();
  for (const { reason, assignments, spans } of leftOut) tally.add(reason, assignments, spans);
  const material = materialOf({ ...kept, submissions }, tally);
  if (wanted === "class") return { kind: "class", counts: classCounts(material) };
  if (wanted === "units") return { kind: "units", units: unitRows(material) };
  last = { key, base: baseOf(material, kept.choice) };
  return { kind: "report", report: reportOf(last.base, kept.choice, dataVersion) };
}

function answerTo(message: Exclude<ToThread, { kind: "submissions" }>): FromThread {
  if (message.kind === "compute") return compute(message);
  return last?.key === message.base ? { kind: "report", report: reportOf(last.base, message.choice, message.dataVersion) } : { kind: "unknown" };
}

port.on("message", (message: ToThread) => {
  if (message.kind === "submissions") {
    submissions = message.rows;
    return;
  }
  try {
    tell(answerTo(message));
  } catch (error) {
    tell({ kind: "failed", message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
  submissions = [];
});
tell({ kind: "ready" });
