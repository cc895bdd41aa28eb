import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { ANSWER_COLUMNS, answerRecord, NOTE_COLUMNS, noteRecord } from "../answers";
import { BOM, csvRecords } from "../csv";
import { JUDGEMENT_COLUMNS, judgementRecord, SPAN_COLUMNS, spanLine, spanRecords } from "../spans";
import { answerPage, notePage } from "./answer-rows";
import { judgementPage, spanPage } from "./export-rows";
import { PAGE_SIZE } from "./export-sql";

type Page<T> = (actor: MemberActor, after: T | null) => Promise<T[]>;

/**
 * Rows as a stream that asks for the next page only when the last one was taken, so that memory stays flat however
 * many there are. The first page is read before the answer begins: an error there is still a proper answer. A later
 * one breaks the stream off, which no client takes for its end.
 */
export async function streamed<T>(actor: MemberActor, page: Page<T>, head: string, write: (items: readonly T[]) => string): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder();
  let items: T[] | null = await page(actor, null);
  let last: T | null = null;
  let begun = false;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        items ??= await page(actor, last);
        const text = (begun ? "" : head) + write(items);
        begun = true;
        if (text !== "") controller.enqueue(encoder.encode(text));
        last = items.at(-1) ?? last;
        const done = items.length < PAGE_SIZE;
        items = null;
        if (done) controller.close();
      },
    },
    { highWaterMark: 1 },
  );
}

/** The spans that the actor may see as lines of JSON. */
export const spansAsJsonl = (actor: MemberActor): Promise<ReadableStream<Uint8Array>> => streamed(actor, spanPage, "", (items) => items.map(spanLine).join(""));

/** The same as long CSV, one row per part. */
export const spansAsCsv = (actor: MemberActor): Promise<ReadableStream<Uint8Array>> =>
  streamed(actor, spanPage, BOM + csvRecords([SPAN_COLUMNS]), (items) => csvRecords(items.flatMap(spanRecords)));

/** The judgements that the actor may see as CSV. */
export const judgementsAsCsv = (actor: MemberActor): Promise<ReadableStream<Uint8Array>> =>
  streamed(actor, judgementPage, BOM + csvRecords([JUDGEMENT_COLUMNS]), (items) => csvRecords(items.map(judgementRecord)));

/** The article-level answers that the actor may see as CSV. */
export const answersAsCsv = (actor: MemberActor): Promise<ReadableStream<Uint8Array>> =>
  streamed(actor, answerPage, BOM + csvRecords([ANSWER_COLUMNS]), (items) => csvRecords(items.map(answerRecord)));

/** The notes on articles that the actor may see as CSV. */
export const notesAsCsv = (actor: MemberActor): Promise<ReadableStream<Uint8Array>> =>
  streamed(actor, notePage, BOM + csvRecords([NOTE_COLUMNS]), (items) => csvRecords(items.map(noteRecord)));
