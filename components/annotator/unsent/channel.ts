import type { Kept } from "./record";
import type { Settled } from "./ports";

/** What tabs of one member tell one another. */
export type Message =
  | { readonly kind: "made"; readonly records: readonly Kept[] }
  | ({ readonly kind: "settled" } & Settled)
  | { readonly kind: "chosen"; readonly assignmentId: string; readonly key: string }
  | { readonly kind: "discarded"; readonly seqs: readonly number[] };

/** A line between the tabs of one member in one browser. */
export interface Channel {
  tell(message: Message): void;
  hear(listener: (message: Message) => void): void;
}

/** The line of one member. Records that are in the memory of one tab only are told of as well: the words show in the others. */
export function openChannel(memberId: string): Channel | null {
  if (typeof BroadcastChannel === "undefined") return null;
  const line = new BroadcastChannel(`slantwise ${memberId}`);
  return {
    tell: (message) => line.postMessage(message),
    hear: (listener) => line.addEventListener("message", (event: MessageEvent<Message>) => listener(event.data)),
  };
}
