import "server-only";
import { setImmediate as giveWay } from "node:timers/promises";
import type { Actor } from "@/lib/accounts/server/actor";
import { type Random, randomFrom } from "@/lib/kernel/random";
import { now } from "@/lib/platform/clock";
import { disorderSteps } from "../../gamma/gamma";
import { gammaLayer, type GammaLayer } from "../../gamma/layer-continua";
import { figuresOf, type GammaDocument } from "../../gamma/result";
import { SAMPLER } from "../../gamma/rotate-annotators";
import type { Material } from "../../material/material";
import { readMaterial } from "../read-agreement";
import { beginGamma, endGamma, finishGamma, leaveGamma, type OpenGamma, ownerOfGamma, renewGamma, type Still, writeGamma, writtenGamma } from "./open-gamma";

/** What one slice may take, after how long its documents are written, and how long the process is kept from others. */
const SLICE_MS = 20_000;
const WRITE_MS = 1_000;
const HOLD_MS = 30;
/** Attempts at one document, and states of the data that one job is begun on. */
const MOST_ATTEMPTS = 3;
const MOST_RESTARTS = 3;

/** `documents`: how many one slice may do at most; tests ask for fewer. */
export type GammaWork = { readonly stopped: () => boolean; readonly documents?: number };
type Slice = { readonly open: OpenGamma; readonly work: GammaWork; readonly material: Material; readonly rows: GammaLayer["rows"]; readonly measure: GammaLayer["measure"] };

/** Does one slice of a γ that this process has claimed; what it wrote stays, whatever ends it. */
export async function runGamma(actor: Actor, open: OpenGamma, work: GammaWork): Promise<void> {
  if (open.cancelRequested) return void (await endGamma(actor, open, "cancelled", null));
  const owner = await ownerOfGamma(actor, open);
  if (owner === null) return void (await endGamma(actor, open, "failed", "Whoever asked for this γ may not do so any more. Ask for it in your own name."));
  const { cursor, order } = open;
  const { next } = cursor;
  if (cursor.attempts > MOST_ATTEMPTS && cursor.dataVersion === null) return void (await endGamma(actor, open, "failed", "The marks could not be read, three times in a row."));
  const { material, dataVersion } = await readMaterial(owner, order.choice);
  const layer = gammaLayer(material, order.choice.layer, order.choice.level);
  const rows = [...layer.rows].sort((a, b) => (articleOf(material, a) < articleOf(material, b) ? -1 : 1));
  const anew = cursor.dataVersion !== dataVersion;
  const restarts = cursor.restarts + (anew && cursor.dataVersion !== null ? 1 : 0);
  if (restarts > MOST_RESTARTS) return void (await endGamma(actor, open, "failed", "The marks kept changing while γ was computed. Ask again when fewer people are at work."));
  if (anew && !(await beginGamma(actor, open, dataVersion, rows.length, restarts))) return;
  const slice: Slice = { open, work, material, rows, measure: layer.measure };
  const from = anew ? 0 : next;
  const blamed = !anew && cursor.attempts > MOST_ATTEMPTS ? rows[from] : undefined;
  // The next one has one attempt and not three, so that a job which keeps ending the worker does not do so for long.
  if (blamed && !(await writeGamma(actor, open, from + 1, [{ articleId: articleOf(material, blamed), reason: "failed" }], MOST_ATTEMPTS - 1))) return;
  const state = await compute(actor, slice, from + (blamed ? 1 : 0));
  if (state === "lost") return;
  if (state === "cancelled") return void (await endGamma(actor, open, "cancelled", null));
  if (state === "open") return void (await leaveGamma(actor, open));
  const annotators = new Set(rows.flatMap(({ article }) => material.articles[article]?.works.map((one) => one.annotator) ?? []));
  await finishGamma(actor, open, figuresOf(material, await writtenGamma(actor, open)), { alpha: layer.measure.alpha, beta: layer.measure.beta, deltaEmpty: 1, sampler: SAMPLER, articles: rows.length, annotators: annotators.size, dataVersion });
}

const articleOf = (material: Material, { article }: GammaLayer["rows"][number]): string => material.articles[article]?.id ?? "";

/** A generator of its own for every article, so that neither order nor interruptions change what is drawn. */
const randomOf = (seed: string, articleId: string): Random => randomFrom(BigInt(seed) ^ BigInt(`0x${articleId.replaceAll("-", "").slice(16)}`));

/** Computes documents from `from` on: `done` when none is left, `open` when the slice is over, `lost` when somebody else has the job. */
async function compute(actor: Actor, slice: Slice, from: number): Promise<"done" | "open" | "lost" | "cancelled"> {
  const { open, work, rows } = slice;
  const begun = now().getTime();
  // After an attempt in vain each document is written by itself, so that the right one is blamed.
  const patience = open.cursor.attempts > 1 ? 0 : WRITE_MS;
  let [next, written] = [from, begun];
  let batch: GammaDocument[] = [];
  const isOver = (): boolean => work.stopped() || now().getTime() - begun >= SLICE_MS || next - from >= (work.documents ?? Infinity);
  const said = (still: Still): "lost" | "cancelled" | null => (still === undefined ? "lost" : still.cancelRequested ? "cancelled" : null);
  while (next < rows.length && !isOver()) {
    const found = await one(actor, slice, next);
    if (found === "open") break;
    if (typeof found === "string") return found;
    batch.push(found);
    next += 1;
    if (now().getTime() - written < patience) continue;
    const why = said(await writeGamma(actor, open, next, batch));
    if (why) return why;
    [batch, written] = [[], now().getTime()];
  }
  const why = batch.length > 0 ? said(await writeGamma(actor, open, next, batch)) : null;
  return why ?? (next < rows.length ? "open" : "done");
}

async function one(actor: Actor, { open, work, material, rows, measure }: Slice, at: number): Promise<GammaDocument | "open" | "lost" | "cancelled"> {
  const row = rows[at]!;
  const articleId = articleOf(material, row);
  const steps = disorderSteps(row.continuum, measure, open.order, randomOf(open.order.choice.seed, articleId));
  let [held, heard] = [now().getTime(), now().getTime()];
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value.value === null ? { articleId, reason: value.reason } : { articleId, ...value.value };
    const time = now().getTime();
    if (time - held > HOLD_MS) {
      await giveWay();
      held = now().getTime();
    }
    if (work.stopped()) return "open";
    if (time - heard <= WRITE_MS * 2) continue;
    const still = await renewGamma(actor, open);
    if (still === undefined) return "lost";
    if (still.cancelRequested) return "cancelled";
    heard = time;
  }
}
