import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { stanceVersion } from "./version";

/** So many answers are kept in memory. */
const MOST = 60;

// Next's development server reloads modules; what is kept must not multiply with each reload.
const holder = globalThis as typeof globalThis & { slantwiseStance?: Map<string, Promise<unknown>> };
const kept = (): Map<string, Promise<unknown>> => (holder.slantwiseStance ??= new Map());

/**
 * What `compute` answers, or answered before for the same project, data version and key. Only a cache: what the data
 * version does not change with must not be in it, nor what one member may see and another may not.
 */
export async function remembered<T>(actor: MemberActor, version: string, key: unknown, compute: () => Promise<T>): Promise<T> {
  const all = kept();
  const name = JSON.stringify([actor.projectId, version, key]);
  const known = all.get(name) as Promise<T> | undefined;
  const answer = known ?? compute();
  all.delete(name);
  all.set(name, answer);
  const oldest = all.size > MOST ? all.keys().next().value : undefined;
  if (oldest !== undefined) all.delete(oldest);
  // What failed may go well the next time.
  if (known === undefined) answer.catch(() => all.delete(name));
  return answer;
}

// An actor is made anew for each request.
const asked = new WeakMap<MemberActor, Promise<string>>();

/** The data version as it was when the actor's request first asked for it, so that all parts of one page are of the same and it is asked for once. */
export function versionSeen(actor: MemberActor): Promise<string> {
  const known = asked.get(actor);
  if (known) return known;
  const version = stanceVersion(actor);
  asked.set(actor, version);
  return version;
}
