import type { Outcome, WriteRequest } from "../api";
import type { Channel } from "./channel";
import type { Turn } from "./lease";
import type { Entry, Kept, Owner } from "./record";
import type { Shelf } from "./shelf";

/** Why sending waits. `other`: somebody else is signed in. */
export type Trouble = { readonly signedOut: boolean; readonly other: boolean };

/** How sending stands. `waiting`: the last try failed and the next is timed. `safe`: what is unsent outlives the tab. */
export type Sending = { readonly phase: "idle" | "sending" | "waiting"; readonly unsent: number; readonly problem: Trouble | null; readonly safe: boolean };

/** The final outcome of one change, here or in another tab, and what was built on it and went aside with it. */
export interface Settled {
  readonly record: Kept;
  readonly behind: readonly Kept[];
  readonly outcome: Exclude<Outcome, { kind: "retry" }>;
}

/** Who hears of one assignment. Everything may come from another tab but `changed`. */
export interface Hearer {
  readonly settled: (settled: Settled) => void;
  /** Another tab made changes. */
  readonly made: (records: readonly Kept[]) => void;
  /** Another tab ended a conflict. */
  readonly chosen: (key: string) => void;
  /** How sending stands may be another. */
  readonly changed: () => void;
}

/** What an outbox needs from outside. */
export interface OutboxPorts {
  readonly owner: Owner;
  readonly shelf: Shelf;
  readonly turn: Turn;
  readonly newId: () => string;
  readonly send: (request: WriteRequest, operationId: string) => Promise<Outcome>;
  /** Whether the person who is signed in is the owner; null when nobody can tell. */
  readonly isOwner: () => Promise<boolean | null>;
  readonly channel: Channel | null;
}

/** What a change is pushed with; the outbox adds the rest. */
export type Pushed = Omit<Entry, "operationId" | "memberId" | "userId" | "request" | "aside">;
