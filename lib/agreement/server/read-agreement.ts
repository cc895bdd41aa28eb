import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { rows, transaction } from "@/lib/platform/database";
import type { UnitRow } from "../analyse/unit-rows";
import type { Choice } from "../choice";
import type { Material } from "../material/material";
import { newTally } from "../material/left-out";
import { materialOf } from "../material/material-of";
import type { ClassCounts, Passage, Report } from "../report";
import { dataVersion } from "./data-version";
import type { Wanted } from "./figures-messages";
import { type Answer, FiguresPool } from "./figures-pool";
import { readKept } from "./read-kept";

/** So many reports are kept in memory. */
const MOST = 60;
/** The longest quote of a passage, in code points. */
const QUOTE = 160;

type Shared = { readonly pool: FiguresPool; readonly kept: Map<string, Report>; readonly under: Map<string, Promise<Report>> };
// Next's development server reloads modules; threads must not multiply with each reload.
const holder = globalThis as typeof globalThis & { slantwiseAgreement?: Shared };
const shared = (): Shared => (holder.slantwiseAgreement ??= { pool: new FiguresPool(), kept: new Map(), under: new Map() });

const keyOf = (actor: MemberActor, choice: Choice, version: string): string => JSON.stringify([actor.projectId, version, choice]);

/** What choices have in common that differ in layer and level alone. */
const baseKey = (actor: MemberActor, choice: Choice, version: string): string => keyOf(actor, { ...choice, layer: "place", level: "nominal" }, version);

/** What a choice rests on, and the data version of the one snapshot that all of it was read in. */
const readAtOnce = (actor: MemberActor, choice: Choice) =>
  transaction(async (tx) => {
    await rows("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY", [], tx);
    return { version: await dataVersion(actor, tx), read: await readKept(actor, choice, tx) };
  });

/**
 * The report of a choice: from memory if nothing that it rests on changed since, else computed in the thread. A report
 * is kept under the data version of the snapshot that it was read in, so that one that was overtaken is never taken for
 * current.
 */
export async function readAgreement(actor: MemberActor, choice: Choice): Promise<Report> {
  const { kept, under } = shared();
  const version = await dataVersion(actor);
  const key = keyOf(actor, choice, version);
  const found = kept.get(key);
  if (found) {
    kept.delete(key);
    kept.set(key, found);
    return found;
  }
  let computing = under.get(key);
  if (computing === undefined) {
    computing = compute(actor, choice, version).finally(() => under.delete(key));
    under.set(key, computing);
  }
  return computing;
}

async function compute(actor: MemberActor, choice: Choice, version: string): Promise<Report> {
  const { pool } = shared();
  const again = await pool.ask((tell) => Promise.resolve(tell({ kind: "report", choice, base: baseKey(actor, choice, version), dataVersion: version })));
  const answer = again.kind === "unknown" ? await ask(actor, choice, "report") : again;
  if (answer.kind !== "report") throw new Error("the thread answered something else");
  const report = await withQuotes(actor, answer.report);
  const { kept } = shared();
  kept.set(keyOf(actor, choice, report.dataVersion), report);
  const oldest = kept.size > MOST ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
  return report;
}

/** What a class gets in place of figures. */
export async function readClassCounts(actor: MemberActor, choice: Choice): Promise<ClassCounts> {
  const answer = await ask(actor, choice, "class");
  if (answer.kind !== "class") throw new Error("the thread answered something else");
  return answer.counts;
}

/** The rows that every figure of a choice can be computed from again. */
export async function readUnits(actor: MemberActor, choice: Choice): Promise<readonly UnitRow[]> {
  const answer = await ask(actor, choice, "units");
  if (answer.kind !== "units") throw new Error("the thread answered something else");
  return answer.units;
}

/** The material of a choice, in this thread: for jobs, which have a process of their own. */
export async function readMaterial(actor: MemberActor, choice: Choice): Promise<{ readonly material: Material; readonly dataVersion: string }> {
  const { version, read } = await readAtOnce(actor, choice);
  const tally = newTally();
  for (const { reason, assignments, spans } of read.leftOut) tally.add(reason, assignments, spans);
  return { material: materialOf(read.kept, tally), dataVersion: version };
}

const ask = (actor: MemberActor, choice: Choice, wanted: Wanted): Promise<Answer> =>
  shared().pool.ask(async (tell) => {
    const { version, read } = await readAtOnce(actor, choice);
    const { kept: { submissions, ...kept }, leftOut } = read;
    tell({ kind: "submissions", rows: submissions });
    tell({ kind: "compute", wanted, kept, leftOut, base: baseKey(actor, choice, version), dataVersion: version });
  });

/** Ends the thread; for tests and scripts. */
export async function endAgreement(_actor: MemberActor): Promise<void> {
  await shared().pool.stop();
}

/** Adds the words to the passages of a report. */
async function withQuotes(actor: MemberActor, report: Report): Promise<Report> {
  const passages = [...report.costly.flatMap((one) => one.passages), ...report.causes.flatMap((one) => one.examples)];
  if (passages.length === 0) return report;
  const found = await rows<{ quote: string }>(
    `SELECT substr(r.text, x.s + 1, least(x.e - x.s, ${QUOTE})) AS quote FROM unnest($2::uuid[], $3::int[], $4::int[]) WITH ORDINALITY AS x(article_id, s, e, i)
     JOIN article a ON a.project_id = $1 AND a.id = x.article_id JOIN revision r ON r.project_id = $1 AND r.id = a.current_revision_id ORDER BY x.i`,
    [actor.projectId, passages.map((one) => one.articleId), passages.map((one) => one.start), passages.map((one) => one.end)],
  );
  const quotes = new Map(passages.map((passage, i) => [passage, found[i]?.quote ?? ""] as const));
  const quoted = <P extends Passage>(passage: P): P => ({ ...passage, quote: quotes.get(passage) ?? "" });
  return { ...report, costly: report.costly.map((one) => ({ ...one, passages: one.passages.map(quoted) })), causes: report.causes.map((one) => ({ ...one, examples: one.examples.map(quoted) })) };
}
