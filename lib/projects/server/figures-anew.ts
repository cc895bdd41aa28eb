import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { rows, type Sql } from "@/lib/platform/database";

/**
 * Says that the counts behind the figures of a project no longer hold as a whole (what stands below a target changed,
 * or what makes an article count for one): the worker makes them anew, and until then they are read from the marks.
 * Every call leaves another number, so that a worker that had begun before does not take its counts for new.
 */
export const countFiguresAnew = (actor: MemberActor, tx: Sql): Promise<unknown> => rows("UPDATE project SET rollup_version = least(rollup_version, 0) - 1 WHERE id = $1", [actor.projectId], tx);
