import "server-only";
import { memberOf, type Credential, type MemberActor } from "@/lib/accounts/server/actor";
import { rows } from "@/lib/platform/database";
import { log } from "@/lib/platform/log";

/** Something changed; never what. Each page reads again through its own rights. */
export type Change = { readonly kind: string; readonly articleId: string | null };

type Row = Change & { seq: string; projectId: string; memberId: string | null };
type Listener = { actor: MemberActor; tell: (change: Change) => void };

const POLL_MS = 400;
const listeners = new Set<Listener>();
let seen = new Set<string>();
let timer: NodeJS.Timeout | undefined;

/** What changes which work is submitted. */
const GIVEN: ReadonlySet<string> = new Set(["submitted", "returned"]);
/** What concerns everybody: a new codebook, where a lesson stands, headlines that the class reads. */
const FOR_ALL: ReadonlySet<string> = new Set(["codebook", "lesson", "headlines"]);

type Hearer = Pick<MemberActor, "memberId" | "role" | "revealed" | "revealedBySubmission">;

/**
 * Whether a change may be told: of one's own rows always; of others' to those who see how far they are, and that
 * something was submitted or given back to everybody who sees submitted work. Where one sees it article by article (`handedIn` says
 * whether one has submitted this one), only of these. What concerns everybody is told to everybody.
 */
export const mayHear = (actor: Hearer, { memberId, kind }: { memberId: string | null; kind: string }, handedIn: boolean): boolean => {
  if (memberId === actor.memberId || actor.role === "coordinator" || actor.role === "reviewer") return true;
  return FOR_ALL.has(kind) || GIVEN.has(kind) && (actor.role === "observer" || actor.revealed || actor.revealedBySubmission && handedIn);
};

const pair = (memberId: string, articleId: string | null): string => `${memberId} ${articleId}`;

/** Who of the listeners that see others' work article by article has submitted which of the articles that changed. */
async function handedIn(changes: readonly Row[]): Promise<Set<string>> {
  const members = [...listeners].filter(({ actor }) => actor.revealedBySubmission && !actor.revealed && actor.role === "annotator").map(({ actor }) => actor.memberId);
  const articles = changes.flatMap((change) => (GIVEN.has(change.kind) && change.articleId !== null ? [change.articleId] : []));
  if (members.length === 0 || articles.length === 0) return new Set();
  const found = await rows<{ memberId: string; articleId: string }>(
    `SELECT member_id AS "memberId", article_id AS "articleId" FROM assignment WHERE project_id = ANY($1::uuid[]) AND member_id = ANY($2::uuid[]) AND article_id = ANY($3::uuid[]) AND state = 'submitted'`,
    [[...new Set(changes.map((change) => change.projectId))], [...new Set(members)], [...new Set(articles)]],
  );
  return new Set(found.map((one) => pair(one.memberId, one.articleId)));
}

async function poll(): Promise<void> {
  const projects = [...new Set([...listeners].map((one) => one.actor.projectId))];
  // A transaction may commit after one with a higher number, so the last seconds are read again and told once.
  const fresh = await rows<Row>(
    `SELECT seq::text, project_id AS "projectId", member_id AS "memberId", article_id AS "articleId", kind FROM outbox
     WHERE project_id = ANY($1::uuid[]) AND at > now() - interval '5 seconds' ORDER BY seq LIMIT 5000`,
    [projects],
  );
  const untold = fresh.filter((change) => !seen.has(change.seq));
  const own = await handedIn(untold);
  seen = new Set(fresh.map((change) => change.seq));
  for (const change of untold) {
    for (const listener of listeners)
      if (listener.actor.projectId === change.projectId && mayHear(listener.actor, change, own.has(pair(listener.actor.memberId, change.articleId)))) listener.tell({ kind: change.kind, articleId: change.articleId });
  }
}

function schedule(): void {
  timer ??= setTimeout(async () => {
    timer = undefined;
    await poll().catch((error: Error) => log.warn({ err: error.message }, "live updates pause"));
    if (listeners.size > 0) schedule();
  }, POLL_MS);
}

/** Hears of changes until the returned function is called. */
export function listen(actor: MemberActor, tell: (change: Change) => void): () => void {
  const listener = { actor, tell };
  listeners.add(listener);
  schedule();
  return () => void listeners.delete(listener);
}

/** The member as of now, or null when the credential no longer opens the project; for streams that stay open long. */
export async function stillThere(actor: MemberActor, credential: Credential): Promise<MemberActor | null> {
  return (await memberOf(credential, actor.projectId)).member;
}
