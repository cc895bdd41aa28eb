import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { conflict } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import type { Preview } from "../plan/preview";
import type { Phase, Strategy } from "../plan/strategy";
import type { BlocksSpec, PlanWish } from "../plan/wish";
import type { Refresh } from "./assign";
import { insertPairs } from "./insert-pairs";
import { makePlan, type MadePlan } from "./make-plan";
import { countedBlocks } from "./plan-blocks";
import { holdPeople } from "./plan-people";

/** What a batch of assignments did. */
export type MadeBatch = { batchId: string; created: number; restored: number; works: number; people: number; places: number };

/** What an assignment would do; nothing is changed. */
export const previewBatch = async (actor: MemberActor, wish: PlanWish): Promise<Preview> => (await makePlan(actor, wish)).preview;

/**
 * Does what a preview showed, in one transaction: all of it or nothing. Where articles, people or assignments have
 * changed so that the plan is no longer that one, 409 with the new preview as `current`.
 */
export const createBatch = (actor: MemberActor, op: Op, wish: PlanWish & { digest: string }, refresh: Refresh): Promise<MadeBatch> =>
  runOperation(actor, op, async (tx) => {
    // A million assignments are a minute's work; they are one statement all the same, so that there is never half of them.
    await rows("SET LOCAL statement_timeout = '10min'", [], tx);
    await holdPeople(actor, wish.pairs?.map(({ memberId }) => memberId) ?? wish.memberIds, tx);
    const made = await makePlan(actor, wish, tx);
    const { preview, people, given, places } = made;
    if (preview.digest !== wish.digest) throw conflict("Articles, people or assignments changed since this preview. Look at the new one, then assign.", { current: preview });
    const batchId = newId();
    await insertBatch(actor, batchId, wish, made, tx);
    const blocks = wish.blocks ? await countedBlocks(actor, wish.blocks, given.map(({ articleId }) => articleId), tx) : null;
    const pairs = given.map((one) => ({ articleId: one.articleId, memberIds: one.people.map((person) => people[person]?.id ?? "") }));
    const batch = { batchId, phase: wish.phase, round: wish.round, dueOn: wish.dueOn ?? null, seed: preview.seed };
    const { created, restored } = pairs.length > 0 ? await insertPairs(actor, tx, batch, pairs, blocks, refresh) : { created: 0, restored: 0 };
    await insertPlaces(actor, batchId, places, tx);
    // Of nobody's: only those who see how far everybody is hear of it.
    await rows("INSERT INTO outbox (project_id, kind) VALUES ($1, 'progress')", [actor.projectId], tx);
    const answer = { batchId, created, restored, works: given.length + places.length, people: preview.people.filter(({ added }) => added > 0).length, places: preview.places };
    const { strategy, phase, round, seed } = preview;
    return { answer, deed: { action: "batch.assigned", subject: "assignment_batch", subjectId: batchId, detail: { strategy, phase, round, seed, ...answer } } };
  });

async function insertBatch(actor: MemberActor, batchId: string, wish: PlanWish, { preview, people }: MadePlan, tx: Sql): Promise<void> {
  const settings = {
    ...(wish.strategy === "reliability" ? { share: wish.share } : {}),
    ...(wish.blocks ? { blocks: wish.blocks } : {}),
    memberIds: wish.memberIds ? people.map(({ id }) => id) : null,
  };
  const perWork = wish.strategy === "everyone" || wish.strategy === "by_hand" ? null : wish.perWork;
  await rows(
    "INSERT INTO assignment_batch (project_id, id, strategy, phase, round, per_work, seed, settings, due_on, created_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    [actor.projectId, batchId, wish.strategy, wish.phase, wish.round, perWork, preview.seed, JSON.stringify(settings), wish.dueOn ?? null, actor.memberId],
    tx,
  );
}

async function insertPlaces(actor: MemberActor, batchId: string, places: MadePlan["places"], tx: Sql): Promise<void> {
  if (places.length === 0) return;
  await rows(
    "INSERT INTO pool_item (project_id, id, batch_id, work_id, article_id, quota) SELECT $1, x.id, $2, x.work_id, x.article_id, x.n FROM unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::int[]) AS x(id, work_id, article_id, n)",
    [actor.projectId, batchId, places.map(() => newId()), places.map(({ workId }) => workId), places.map(({ articleId }) => articleId), places.map(({ n }) => n)],
    tx,
  );
  if (places.length > 1000) await rows("ANALYZE pool_item", [], tx);
}

/** One earlier batch, with how it stands now. */
export type Batch = {
  id: string; strategy: Strategy; phase: Phase; round: number; perWork: number | null; seed: string; share: number | null; blocks: BlocksSpec | null; dueOn: string | null;
  createdBy: string | null; createdAt: Date; assignments: number; submitted: number; articles: number; people: number; places: number; taken: number;
};

/** The batches of the project, newest first, at most 200. */
export const listBatches = (actor: MemberActor): Promise<Batch[]> =>
  rows<Batch>(
    `SELECT b.id, b.strategy, b.phase, b.round, b.per_work AS "perWork", b.seed, (b.settings ->> 'share')::float8 AS share, b.settings -> 'blocks' AS blocks, to_char(b.due_on, 'YYYY-MM-DD') AS "dueOn",
            m.pseudonym AS "createdBy", b.created_at AS "createdAt", coalesce(n.assignments, 0) AS assignments, coalesce(n.submitted, 0) AS submitted,
            greatest(coalesce(n.articles, 0), coalesce(p.articles, 0)) AS articles, coalesce(n.people, 0) AS people, coalesce(p.places, 0) AS places, coalesce(p.taken, 0) AS taken
     FROM assignment_batch b LEFT JOIN member m ON m.project_id = b.project_id AND m.id = b.created_by
     LEFT JOIN (SELECT s.batch_id, count(*)::int AS assignments, count(*) FILTER (WHERE s.state = 'submitted')::int AS submitted, count(DISTINCT s.article_id)::int AS articles, count(DISTINCT s.member_id)::int AS people
                FROM assignment s WHERE s.project_id = $1 AND s.batch_id IS NOT NULL AND s.state <> 'withdrawn' GROUP BY 1) n ON n.batch_id = b.id
     LEFT JOIN (SELECT batch_id, count(*)::int AS articles, sum(quota)::int AS places, sum(taken)::int AS taken FROM pool_item WHERE project_id = $1 GROUP BY 1) p ON p.batch_id = b.id
     WHERE b.project_id = $1 AND $2 ORDER BY b.created_at DESC, b.id DESC LIMIT 200`,
    [actor.projectId, actor.role === "coordinator"],
  );
