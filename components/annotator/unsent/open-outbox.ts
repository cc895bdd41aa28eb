import { newId } from "@/lib/kernel/id";
import { isSignedIn, sendAs } from "../api";
import { openChannel } from "./channel";
import { openDisk } from "./disk-shelf";
import { ALONE, leaseTurn, lockTurn, type Turn } from "./lease";
import { Outbox } from "./outbox";
import type { Owner } from "./record";
import { SafeShelf } from "./safe-shelf";

const open = new Map<string, Promise<Outbox>>();

/** The one outbox of a member in this tab. */
export function openOutbox(owner: Owner): Promise<Outbox> {
  const found = open.get(owner.memberId) ?? make(owner);
  open.set(owner.memberId, found);
  return found;
}

/** Every outbox that this tab has opened. */
export function openOutboxes(): Promise<Outbox[]> {
  return Promise.all(open.values());
}

async function make(owner: Owner): Promise<Outbox> {
  const disk = await openDisk();
  const shelf = new SafeShelf(disk);
  const outbox = new Outbox({
    owner, shelf, newId,
    turn: disk === null ? ALONE : turnOf(shelf, `slantwise-send ${owner.memberId}`),
    send: (request, operationId) => sendAs(owner.memberId, request, operationId),
    isOwner: () => isSignedIn(owner),
    channel: openChannel(owner.memberId),
  });
  await outbox.ready;
  return outbox;
}

function turnOf(store: SafeShelf, name: string): Turn {
  // Browsers keep the locks back from pages on plain http.
  const locks = (navigator as Partial<Pick<Navigator, "locks">>).locks;
  return locks === undefined ? leaseTurn({ store, name, holder: newId(), now: Date.now }) : lockTurn(locks, name);
}
