import { openDisk } from "./disk-shelf";
import { openOutboxes, openOutbox } from "./open-outbox";
import { type Kept, toSend } from "./record";

/** What of an account's work is in this browser only. */
export interface LeftHere {
  /** Changes that the server has not seen. */
  readonly waiting: number;
  /** Changes that it did not take, or that wait for a choice. */
  readonly aside: number;
  /** Some of it ends with the tab. */
  readonly fragile: boolean;
}

/** What stays in this browser when an account signs out; null when nothing does. `whose` asks who that is, once there is a reason to. */
export async function leftHere(whose: () => Promise<string | null>): Promise<LeftHere | null> {
  const all = await everything();
  const fragile = (await openOutboxes()).some((outbox) => outbox.isFragile);
  if (all.length === 0 && !fragile) return null;
  const userId = await whose();
  const own = all.filter((one) => one.userId === userId);
  const waiting = toSend(own).length;
  return own.length === 0 && !fragile ? null : { waiting, aside: own.length - waiting, fragile };
}

/** Tries to send everything of an account now. Resolves true when nothing waits any more. */
export async function sendLeft(userId: string): Promise<boolean> {
  const owners = new Map(toSend(await everything()).filter((one) => one.userId === userId).map((one) => [one.memberId, one]));
  const outboxes = await Promise.all([...owners.values()].map(({ memberId, place }) => openOutbox({ projectId: place.projectId, memberId, userId })));
  for (const outbox of outboxes) outbox.retryNow();
  const sent = await Promise.all([...new Set([...outboxes, ...(await openOutboxes())])].map((outbox) => outbox.drained()));
  return sent.every(Boolean);
}

/** Clears away what an account could undo here, and with `changes` also what was not sent. */
export async function forgetHere(userId: string, what: { readonly changes: boolean }): Promise<void> {
  await (await openDisk())?.forget(userId, what).catch(() => undefined);
}

/** Everything of every account in this browser, and in the memory of this tab. */
async function everything(): Promise<Kept[]> {
  const stored = (await (await openDisk())?.everything().catch(() => [])) ?? [];
  const open = (await openOutboxes()).flatMap((outbox) => outbox.records);
  return [...new Map([...stored, ...open].map((one) => [one.operationId, one])).values()];
}
