import "server-only";
import { parentPort } from "node:worker_threads";
import { invariant } from "@/lib/kernel/errors";
import { analyse } from "../analyse/analyse";
import { classCounts } from "../analyse/class-counts";
import { unitRows } from "../analyse/unit-rows";
import type { SubmissionRow } from "../material/kept-rows";
import { newTally } from "../material/left-out";
import { materialOf } from "../material/material-of";
import type { FromThread, Order, ToThread } from "./figures-messages";

// What the thread of `figures-pool.ts` runs: one choice at a time, whose submissions come first, some at a time.

invariant(parentPort, "this runs as a thread");
const port = parentPort;
const tell = (message: FromThread): void => port.postMessage(message);
let submissions: SubmissionRow[] = [];

function compute({ wanted, kept, leftOut, dataVersion }: Order): FromThread {
  const tally = newTally();
  for (const { reason, assignments, spans } of leftOut) tally.add(reason, assignments, spans);
  const material = materialOf({ ...kept, submissions }, tally);
  if (wanted === "class") return { kind: "class", counts: classCounts(material) };
  return wanted === "report" ? { kind: "report", report: analyse(material, kept.choice, dataVersion) } : { kind: "units", units: unitRows(material) };
}

port.on("message", (message: ToThread) => {
  if (message.kind === "submissions") {
    submissions.push(...message.rows);
    return;
  }
  try {
    tell(compute(message));
  } catch (error) {
    tell({ kind: "failed", message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
  submissions = [];
});
tell({ kind: "ready" });
