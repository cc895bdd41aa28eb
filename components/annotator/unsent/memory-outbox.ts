import { ALONE } from "./lease";
import { Outbox } from "./outbox";
import type { OutboxPorts } from "./ports";
import type { Owner } from "./record";
import { MemoryShelf } from "./shelf";

/** An outbox that nothing of outlives the tab. */
export function memoryOutbox(owner: Owner, { newId, send }: Pick<OutboxPorts, "newId" | "send">): Outbox {
  return new Outbox({ newId, send, owner, shelf: new MemoryShelf(), turn: ALONE, isOwner: async () => true, channel: null });
}
