import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import type { Sql } from "@/lib/platform/database";
import type { ReadResult } from "../../formats/record";
import { lookSentences } from "../../imports/look-sentences";
import { type Added, addArticles, type AssignNew } from "./add-articles";
import type { Adding } from "./add-slice";
import { type Batch, bytesIn } from "./batches";
import { writeCaptures } from "./captures";
import { countAdded } from "./count-added";
import { type OpenImport, stillOpen } from "./open-imports";
import type { Outcome } from "./parsing";
import { hintsOf } from "./read-slice";
import { endFiles, insertRows, type NewRow } from "./write-rows";

/** The outcome of each result of a batch; none for what the file's reader refused itself. */
type Made = readonly (Outcome | null)[];

/** Understands and prepares a batch of what nobody could look at before. What is unclear in it stays unknown, and its row says so. */
export async function prepareFound(actor: MemberActor, batch: Batch, open: OpenImport, work: Pick<Adding, "parse" | "hints">): Promise<Made> {
  const tasks = batch.flatMap(({ file, results }) =>
    results.flatMap((result) => ("record" in result ? [{ kind: "both" as const, content: result.record.content, hints: hintsOf(result.record, file, work.hints), settings: open.settings }] : [])),
  );
  const outcomes = (await work.parse(actor, tasks)).values();
  return batch.flatMap(({ results }) => results.map((result) => ("record" in result ? (outcomes.next().value as Outcome) : null)));
}

/** Writes such a batch: articles, rows, counts and the cursors behind it. False when the import no longer stands as it did. */
export async function writeFound(actor: MemberActor, open: OpenImport, work: { batch: Batch; seen: number; made: Made; assign: AssignNew }, tx: Sql): Promise<boolean> {
  const { batch, seen, made } = work;
  if (!(await stillOpen(actor, open, seen, tx))) return false;
  const ready = made.flatMap((outcome) => (outcome && "ready" in outcome ? [outcome.ready] : []));
  const left = (await addArticles(actor, tx, ready, { sentAt: open.createdAt, assign: work.assign })).values();
  const found = batch.flatMap(({ file, results }) => results.map((result) => ({ file, result }))).map(({ file, result }, i) => {
    const outcome = made[i] ?? null;
    const added = outcome && "ready" in outcome ? (left.next().value as Added) : null;
    return { file, result, added, row: rowOf(file.id, result, outcome, added) };
  });
  await insertRows(actor, open.id, seen, found.map(({ row }) => row), tx);
  await writeCaptures(
    actor,
    found.flatMap(({ file, result, added }) => {
      if (!added || !("record" in result) || result.record.raw === null) return [];
      return [{ ...added, ...result.record.raw, fileName: result.record.place.entry ?? file.name, url: file.addresses === null ? file.url : (result.record.place.entry ?? null) }];
    }),
    tx,
  );
  const count = (state: NewRow["state"]): number => found.filter(({ row }) => row.state === state).length;
  await endFiles(actor, open.id, batch, "added", tx);
  await countAdded(actor, open.id, { seen: found.length, bytes: bytesIn(batch), kept: count("kept"), joined: count("joined"), refused: count("refused") }, tx);
  return true;
}

function rowOf(fileId: string, result: ReadResult, outcome: Outcome | null, added: Added | null): NewRow {
  if ("refused" in result) return { fileId, place: result.refused.place, state: "refused", reason: result.refused.message, byte: result.refused.byte ?? null };
  const { place, content } = result.record;
  if (outcome && "ready" in outcome && added) {
    const reason = lookSentences(outcome.looks);
    return { fileId, place, state: added.joinedWith === null ? "kept" : "joined", reason, byte: null, title: outcome.ready.prepared.title, articleId: added.articleId, copyOf: added.joinedWith };
  }
  const why = outcome && "refused" in outcome ? outcome.refused : { message: "" };
  return { fileId, place, state: "refused", reason: why.message, byte: why.byte ?? null, ...(content.kind === "text" ? { text: content.text } : {}) };
}
