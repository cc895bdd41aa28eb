import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { rows, transaction, type Sql } from "@/lib/platform/database";
import type { Proposals } from "../../imports/correct";
import { draftOf } from "../../imports/draft";
import type { Corrections } from "../../imports/shape";
import { type Added, addArticles, type AssignNew } from "./add-articles";
import type { Adding } from "./add-slice";
import { keepCaptures } from "./captures";
import { countAdded } from "./count-added";
import { type OpenImport, stillOpen } from "./open-imports";
import type { Outcome } from "./parsing";
import { NOT_STORED, writeOrRefuse } from "./write-or-refuse";

type Waiting = { ordinal: number; text: string; understood: Proposals; corrections: Corrections };
type Parsed = { readonly ordinal: number; readonly outcome: Outcome | undefined };
type Done = { ordinal: number; state: "kept" | "joined" | "refused"; reason: string | null; added: Added | null };

/** Characters of text that one batch carries, unless a single row has more. */
const CARRIED = 4_000_000;

/** Adds a batch of the rows that could be looked at, in their order. "none" when none is left, "stop" when the import was paused, ended, or taken on by another worker. */
export async function addPreviewed(actor: MemberActor, open: OpenImport, work: Adding): Promise<"more" | "none" | "stop"> {
  const waiting = await rows<Waiting>(
    `SELECT ordinal, text, understood, corrections FROM (
       SELECT *, sum(length(text)) OVER (ORDER BY ordinal) - length(text) AS before FROM import_row WHERE project_id = $1 AND import_id = $2 AND state IN ('new', 'copy', 'look') ORDER BY ordinal LIMIT 100
     ) r WHERE before < $3 ORDER BY ordinal`,
    [actor.projectId, open.id, CARRIED],
  );
  if (waiting.length === 0) return "none";
  const outcomes = await work.parse(actor, waiting.map(({ text, understood, corrections }) => ({ kind: "prepare", draft: draftOf(text, understood, corrections) })));
  const written = await writeOrRefuse(actor, waiting.map(({ ordinal }, i): Parsed => ({ ordinal, outcome: outcomes[i] })), {
    pieces: (all) => all.map((one) => [one]),
    write: (some) => transaction((tx) => writeParsed(actor, open, some, work.assign, tx)),
    refused: (some) => some.map(({ ordinal }) => ({ ordinal, outcome: { refused: { message: NOT_STORED } } })),
  });
  return written ? "more" : "stop";
}

async function writeParsed(actor: MemberActor, open: OpenImport, parsed: readonly Parsed[], assign: AssignNew, tx: Sql): Promise<boolean> {
  if (!(await stillOpen(actor, open, open.seen, tx)) || !(await allWait(actor, open, parsed, tx))) return false;
  const ready = parsed.flatMap(({ outcome }) => (outcome && "ready" in outcome ? [outcome.ready] : []));
  const added = (await addArticles(actor, tx, ready, { sentAt: open.createdAt, assign })).values();
  const done = parsed.map(({ ordinal, outcome }): Done => {
    if (outcome === undefined || !("ready" in outcome)) return { ordinal, state: "refused", reason: outcome && "refused" in outcome ? outcome.refused.message : null, added: null };
    const one = added.next().value as Added;
    return { ordinal, state: one.joinedWith === null ? "kept" : "joined", reason: null, added: one };
  });
  await settleRows(actor, open, done, tx);
  const count = (state: Done["state"]): number => done.filter((one) => one.state === state).length;
  await countAdded(actor, open.id, { seen: 0, bytes: 0, kept: count("kept"), joined: count("joined"), refused: count("refused") }, tx);
  return true;
}

/** Whether no other worker has added these rows. */
async function allWait(actor: MemberActor, open: OpenImport, waiting: readonly Parsed[], tx: Sql): Promise<boolean> {
  const locked = await rows("SELECT ordinal FROM import_row WHERE project_id = $1 AND import_id = $2 AND ordinal = ANY($3::int[]) AND state IN ('new', 'copy', 'look') FOR UPDATE", [actor.projectId, open.id, waiting.map((one) => one.ordinal)], tx);
  return locked.length === waiting.length;
}

/** What became of the rows. Of one that was added the article has the words, so they go; the bytes of its page become the article's. */
async function settleRows(actor: MemberActor, open: OpenImport, done: readonly Done[], tx: Sql): Promise<void> {
  const added = done.flatMap(({ ordinal, added: one }) => (one ? [{ ordinal, ...one }] : []));
  await keepCaptures(actor, open.id, added, tx);
  await rows(
    `UPDATE import_row r SET state = x.state, reason = x.reason, article_id = x.article, copy_of = x.joined, copy_of_ordinal = NULL, text = CASE WHEN x.article IS NULL THEN r.text END, raw = NULL, words_digest = NULL, bands = NULL, version = version + 1
     FROM unnest($3::int[], $4::text[], $5::text[], $6::uuid[], $7::uuid[]) AS x(ordinal, state, reason, article, joined) WHERE r.project_id = $1 AND r.import_id = $2 AND r.ordinal = x.ordinal`,
    [actor.projectId, open.id, done.map((one) => one.ordinal), done.map((one) => one.state), done.map((one) => one.reason), done.map((one) => one.added?.articleId ?? null), done.map((one) => one.added?.joinedWith ?? null)],
    tx,
  );
}
