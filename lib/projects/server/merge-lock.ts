import "server-only";
import type { Actor, MemberActor } from "@/lib/accounts/server/actor";
import { rows, type Sql } from "@/lib/platform/database";

const keyOfMerges = (projectId: string): string => `targets ${projectId}`;

/** Keeps targets and outlets as they are merged until the transaction ends; taken by whoever writes figures, before reading marks. */
export const holdMerges = (actor: MemberActor, tx: Sql): Promise<unknown> => holdMergesOf(actor, actor.projectId, tx);

/** The same for a project that the actor is no member of. */
export const holdMergesOf = (_actor: Actor, projectId: string, tx: Sql): Promise<unknown> => rows("SELECT pg_advisory_xact_lock_shared(hashtextextended($1, 0))", [keyOfMerges(projectId)], tx);

/** Waits for all who write figures and keeps others from it until the transaction ends, so that no figure is written from before a merge. */
export const lockMerges = (actor: MemberActor, tx: Sql): Promise<unknown> => rows("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [keyOfMerges(actor.projectId)], tx);
