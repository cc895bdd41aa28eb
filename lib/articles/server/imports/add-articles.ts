import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { newId } from "@/lib/kernel/id";
import { rows, type Sql } from "@/lib/platform/database";
import { storableIn } from "@/lib/text/storable";
import { nameKey } from "../../name-key";
import { joinCopies } from "../copies/join";
import { resolveOutlet } from "../resolve-outlet";
import { writeArticles } from "../write-articles";
import type { Ready } from "./parsing";

/** An article that was added: to the work of an article that was there, or in a work of its own. */
export type Added = { readonly articleId: string; readonly revisionId: string; readonly joinedWith: string | null };

/** Gives articles that were just added to whoever gets everything; of a domain to the right, so the caller hands it in. */
export type AssignNew = (actor: MemberActor, tx: Sql, articleIds: readonly string[]) => Promise<number>;

/** Adds many articles of what was sent at `sentAt` inside the caller's transaction: outlets, works, articles with all that hangs on them, copies joined, assigned where the project says so. */
export async function addArticles(actor: MemberActor, tx: Sql, ready: readonly Ready[], { sentAt, assign }: { readonly sentAt: Date; readonly assign: AssignNew }): Promise<Added[]> {
  if (ready.length === 0) return [];
  const drafts = ready.map(({ prepared, draft }) => ({ prepared, ...storableIn(draft) }));
  const outlets = await outletIds(actor, tx, drafts.flatMap((draft) => [draft.outletName, draft.publisherName]));
  const outletOf = (name: string | null): string | null => (name === null ? null : (outlets.get(name) ?? null));
  const articles = drafts.map(({ prepared, outletName, publisherName, ...draft }) => ({
    articleId: newId(), revisionId: newId(), workId: newId(), prepared, ...draft, outletId: outletOf(outletName), publisherId: outletOf(publisherName), capturedAt: draft.capturedAt ?? sentAt.toISOString(),
  }));
  await rows("INSERT INTO work (project_id, id) SELECT $1, unnest($2::uuid[])", [actor.projectId, articles.map((one) => one.workId)], tx);
  const ids = await writeArticles(actor, tx, articles);
  const joined = new Map((await joinCopies(actor, tx, ids)).map((one) => [one.articleId, one.withId]));
  await assign(actor, tx, ids);
  return articles.map(({ articleId, revisionId }) => ({ articleId, revisionId, joinedWith: joined.get(articleId) ?? null }));
}

async function outletIds(actor: MemberActor, tx: Sql, names: readonly (string | null)[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  // In one order, so that two imports that make the same outlets wait for each other instead of for ever.
  for (const name of [...new Set(names)].sort()) {
    if (name === null || nameKey(name) === "") continue;
    const id = await resolveOutlet(actor, { name }, "outlet", tx);
    if (id) found.set(name, id);
  }
  return found;
}
