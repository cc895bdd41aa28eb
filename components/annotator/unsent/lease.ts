/** Who may send, and until when (milliseconds since 1970). */
export interface Lease {
  readonly holder: string;
  readonly until: number;
}

/** Where leases stand, seen by every tab. */
export interface LeaseStore {
  /** Takes or renews the lease if it is free, run out or one's own. Answers with the lease as it stands then. */
  claim(name: string, holder: string, now: number): Promise<Lease>;
  release(name: string, holder: string): Promise<void>;
}

/** How long a tab that was ended in the middle keeps the others waiting, at most. */
export const LEASE_MS = 4_000;

/** The lease after `holder` asked for it at `now`. */
export function claimed(lease: Lease | undefined, holder: string, now: number): Lease {
  // One that runs out later than any lease can is from before the clock was set back.
  const free = lease === undefined || lease.holder === holder || lease.until <= now || lease.until > now + LEASE_MS;
  return free ? { holder, until: now + LEASE_MS } : lease;
}

/** Lets one tab at a time do `work`. `mine` says whether it is still this tab's turn; asking prolongs it. */
export interface Turn {
  take<T>(work: (mine: () => Promise<boolean>) => Promise<T>): Promise<T>;
}

/** The turn of a tab that has no others beside it. */
export const ALONE: Turn = { take: (work) => work(async () => true) };

/** Turns by the browser's own locks, which end with the tab that holds them. */
export function lockTurn(locks: LockManager, name: string): Turn {
  // Awaited here: the types of `request` lose what `work` answers.
  return { take: async (work) => await locks.request(name, () => work(async () => true)) };
}

/** What a turn by lease needs from outside. */
export interface LeasePorts {
  readonly store: LeaseStore;
  readonly name: string;
  readonly holder: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Turns by a lease with an end, for pages without a secure context: a tab that was killed holds the others up for `LEASE_MS` at most. */
export function leaseTurn({ store, name, holder, now }: LeasePorts): Turn {
  const claim = async (): Promise<Lease> => store.claim(name, holder, now());
  const mine = async (): Promise<boolean> => (await claim()).holder === holder;
  return {
    take: async (work) => {
      for (let lease = await claim(); lease.holder !== holder; lease = await claim()) await pause(Math.min(lease.until - now() + 1, LEASE_MS / 8));
      const beat = setInterval(() => void mine().catch(() => false), LEASE_MS / 4);
      try {
        return await work(mine);
      } finally {
        clearInterval(beat);
        await store.release(name, holder).catch(() => undefined);
      }
    },
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
