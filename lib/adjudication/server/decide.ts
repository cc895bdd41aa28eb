import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { AppError, conflict, invalid } from "@/lib/kernel/errors";
import { row } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { replay } from "@/lib/projects/server/operation";
import type { Decision } from "../decision";
import { answerEntry, changed, checkedEntry, namedCluster, type DecisionWish } from "./entries";
import { readMarks, recentMarks, type Marks } from "./marks";
import { record, type Entry, type Ground, type Recorded } from "./record";
import { explainRefusal } from "./refusal";

/** How often a decision is tried on an article on which many others decide just then. */
const TRIES = 60;

/** How the article stands after a change. */
export type Standing = { version: number; undecided: number };
export type Decided = Decision & { adjudication: Standing };

/**
 * Stores what somebody decides about a cluster, about words that nobody marked, or about a judgement or answer on the
 * whole article. A decision that stands on the same marks must be named in `replaces`, or it is a 409 with the
 * decision as it stands; 409 as well where marks changed since, where somebody else has claimed the article, and
 * where it is settled. 422 names what is wrong with the wish: words that do not stand there, a reason or note that is
 * needed. Decisions on other clusters of the article do not get in the way.
 */
export async function decide(actor: MemberActor, op: Op, articleId: string, wish: DecisionWish): Promise<Decided> {
  const { decisions, version, undecided } = await recordUntilItHolds(actor, op, articleId, wish.codebookVersionId, "decision.made", async (again) => {
    if (wish.subject !== "cluster") {
      const { marks, entry } = await answerEntry(actor, articleId, wish);
      return { marks, entries: [entry] };
    }
    let marks = again ? await readMarks(actor, articleId) : await recentMarks(actor, articleId);
    let cluster = namedCluster(marks, wish.spans);
    if (cluster === undefined && !again) {
      marks = await readMarks(actor, articleId);
      cluster = namedCluster(marks, wish.spans);
    }
    if (cluster === undefined) throw (await replayed(actor, op)) ?? changed();
    if (wish.revisionId !== null && wish.revisionId !== marks.revisionId) throw conflict("The text of this article was corrected since you opened it. Load the page again.", { reason: "revised" });
    return { marks, entries: [await checkedEntry(actor, cluster, wish)] };
  });
  return { ...decisions[0]!, adjudication: { version, undecided } };
}

// A repeated operation is answered as the first time even where the marks are others by now.
class Replay extends Error {
  constructor(readonly answer: Recorded) {
    super("done before");
  }
}

async function replayed(actor: MemberActor, op: Op): Promise<Replay | null> {
  const known = await row("SELECT FROM operation WHERE project_id = $1 AND member_id = $2 AND op_id = $3", [actor.projectId, actor.memberId, op.id]);
  return known ? new Replay(await replay<Recorded>(actor, op)) : null;
}

/** What is to be stored, and what is answered beside it, made of the marks as they were read last or (`again`) as they are now. */
export type Prepare = (again: boolean) => Promise<{ marks: Marks; entries: Entry[]; aside?: unknown }>;

/**
 * Stores decisions on one article, preparing them anew as long as what they rest on moves under them. The answer of a
 * repeated operation is that of the first time. Throws why they cannot be stored.
 */
export async function recordUntilItHolds(actor: MemberActor, op: Op, articleId: string, codebookVersionId: string | null, action: string, prepare: Prepare): Promise<Recorded> {
  try {
    for (let tries = 0; tries < TRIES; tries++) {
      const { marks, entries, aside } = await prepare(tries > 0);
      const ground: Ground = { basis: marks.basis, revisionId: marks.revisionId, codebookVersionId };
      const stored = await store(actor, op, articleId, ground, entries, action, aside ?? null);
      if (stored) return stored;
      const before = await replayed(actor, op);
      if (before) throw before;
      const refusal = await explainRefusal(actor, articleId, ground, entries);
      if (refusal) throw refusal;
    }
  } catch (error) {
    if (error instanceof Replay) return error.answer;
    throw error;
  }
  throw new AppError("unavailable", "Many others decide on this article at this moment. Nothing was lost; try again.", {}, { "Retry-After": "2" });
}

async function store(actor: MemberActor, op: Op, articleId: string, ground: Ground, entries: readonly Entry[], action: string, aside: unknown): Promise<Recorded | null> {
  try {
    return await record(actor, op, articleId, ground, entries, action, aside);
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code === "23503") throw invalid("This names something that is not in the project.");
    if (code !== "23505") throw error;
    // Somebody may have replaced the same decision at the same moment; an id that exists is a mistake.
    if ((error as { constraint?: string }).constraint !== "decision_pkey") return null;
    throw conflict("A decision with this id exists already.");
  }
}
