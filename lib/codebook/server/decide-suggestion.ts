import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { nameKey } from "@/lib/articles/name-key";
import { conflict, invalid } from "@/lib/kernel/errors";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import { acceptedNote, type Suggestion } from "../suggestion";
import type { Target } from "../target";
import { publishAgain } from "./publish-again";
import { openSuggestion, suggestionOf } from "./suggestions";
import { insertTarget, lockTargets, targetOf, updateTarget } from "./target-rows";

export type Acceptance = {
  version: number;
  /** The name it gets, where the coordinator spells it otherwise. */
  name?: string | undefined;
  description?: string | undefined;
  parentId?: string | null | undefined;
  isFocus?: boolean | undefined;
  /** The target that gets it as another name, instead of a new target. */
  asAliasOf?: string | undefined;
  isAmbiguous?: boolean | undefined;
  answer?: string | undefined;
};
/** `codebookVersion` is the number of the version that tells before from after; null where nothing was coded yet. */
export type Accepted = { suggestion: Suggestion; target: Target; codebookVersion: number | null; settled: number };

/**
 * Accepts a suggestion: a new target, or another name of an existing one. Once coding has begun this changes what
 * marks can mean, so the codebook is published again in the same transaction. Other open suggestions of the same name
 * are accepted with it.
 */
export const acceptSuggestion = (actor: MemberActor, op: Op, id: string, wish: Acceptance): Promise<Accepted> =>
  runOperation(actor, op, async (tx) => {
    await lockTargets(actor, tx);
    const suggestion = await openSuggestion(actor, id, wish.version, tx);
    const name = wish.name ?? suggestion.name;
    const target = wish.asAliasOf === undefined ? await insertTarget(actor, { name, description: wish.description, parentId: wish.parentId, isFocus: wish.isFocus ?? false }, tx) : await addAlias(actor, wish.asAliasOf, name, wish.isAmbiguous ?? false, tx);
    const settled = await settle(actor, suggestion, { state: "accepted", targetId: target.id, answer: wish.answer ?? "" }, tx);
    const codebookVersion = await publishAgain(actor, acceptedNote(name, wish.asAliasOf === undefined ? null : target.name), tx);
    const answer = { suggestion: await suggestionOf(actor, id, tx), target, codebookVersion, settled };
    return { answer, deed: { action: "target_suggestion.accepted", subject: "target_suggestion", subjectId: id, detail: { targetId: target.id, name, asAlias: wish.asAliasOf !== undefined, codebookVersion } } };
  });

/** Declines a suggestion; its author reads the answer. */
export const declineSuggestion = (actor: MemberActor, op: Op, id: string, wish: { version: number; answer: string }): Promise<Suggestion> =>
  runOperation(actor, op, async (tx) => {
    const suggestion = await openSuggestion(actor, id, wish.version, tx);
    await settle(actor, { ...suggestion, key: null }, { state: "declined", targetId: null, answer: wish.answer }, tx);
    return { answer: await suggestionOf(actor, id, tx), deed: { action: "target_suggestion.declined", subject: "target_suggestion", subjectId: id } };
  });

async function addAlias(actor: MemberActor, targetId: string, alias: string, isAmbiguous: boolean, tx: Sql): Promise<Target> {
  const wrong = (detail: string, message: string) => invalid(detail, { errors: [{ path: "/asAliasOf", message }] });
  const known = await row<{ name: string; archived: boolean; root: string | null }>(
    "SELECT t.name, t.archived_at IS NOT NULL AS archived, r.name AS root FROM target t LEFT JOIN target r ON r.project_id = t.project_id AND r.id = t.merged_into_id WHERE t.project_id = $1 AND t.id = $2",
    [actor.projectId, targetId],
    tx,
  );
  if (!known) throw wrong("The target to add the name to does not exist in the project.", "unknown target");
  if (known.root !== null) throw wrong(`“${known.name}” is merged into “${known.root}”. Choose that one.`, "merged into another target");
  if (known.archived) throw wrong(`“${known.name}” is out of use. Bring it back first.`, "archived target");
  const target = await targetOf(actor, targetId, tx);
  const key = nameKey(alias);
  if ([target.name, ...target.aliases.map((one) => one.alias)].some((one) => nameKey(one) === key)) throw conflict(`“${target.name}” has the name “${alias}” already. Decline the suggestion and say so.`, { other: { name: target.name } });
  return updateTarget(actor, { ...target, aliases: [...target.aliases, { alias, isAmbiguous }] }, tx);
}

/** Writes the decision to the suggestion and to all open ones of the same key, if it has one. Returns how many others. */
async function settle(actor: MemberActor, suggestion: { id: string; key: string | null }, decision: { state: string; targetId: string | null; answer: string }, tx: Sql): Promise<number> {
  const decided = await rows<{ memberId: string }>(
    `UPDATE target_suggestion SET state = $4, target_id = $5, answer = $6, decided_by = $7, decided_at = now(), version = version + 1
     WHERE project_id = $1 AND state = 'open' AND (id = $2 OR name_key = $3) RETURNING member_id AS "memberId"`,
    [actor.projectId, suggestion.id, suggestion.key, decision.state, decision.targetId, decision.answer, actor.memberId],
    tx,
  );
  await rows("INSERT INTO outbox (project_id, kind, member_id) SELECT $1, 'suggestion', unnest($2::uuid[])", [actor.projectId, decided.map((one) => one.memberId)], tx);
  return decided.length - 1;
}
