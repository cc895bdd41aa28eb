import { keyOf } from "../state/model";
import type { History } from "../state/history";
import { type Aside, behind, type Entry, joined, type Kept, type Owner, requestFor, type Versions, workKey } from "./record";

/** Where changes are kept until the server has answered. All of it may throw when a disk is full or was taken away. */
export interface Shelf {
  /** Everything of one member, in order. */
  all(memberId: string): Promise<Kept[]>;
  /** Adds entries at the end, each joined to the one before where both can go as one. Answers with the records that are new or other than before. */
  add(entries: readonly Entry[]): Promise<Kept[]>;
  /** The next one to be sent, with its request fixed from now on; null when nothing is left. */
  next(memberId: string): Promise<Kept | null>;
  /** The server did it: the record goes, its version stays known. */
  done(record: Kept, version: number | null): Promise<void>;
  /** The server did not take it: it stays, with the reason, and so does what was built on it. Answers with the latter. */
  setAside(record: Kept, aside: Aside): Promise<Kept[]>;
  /** Removes records that the person decided about. */
  discard(records: readonly Kept[]): Promise<void>;
  /** The versions that are known of one person's work on one article. */
  versions(memberId: string, assignmentId: string): Promise<Versions>;
  history(memberId: string, assignmentId: string): Promise<History | null>;
  keepHistory(owner: Owner, assignmentId: string, history: History): Promise<void>;
  /** Whether everything on it outlives the tab. */
  readonly outlivesTab: boolean;
}

/** A shelf that lives as long as its tab. */
export class MemoryShelf implements Shelf {
  readonly outlivesTab = false;
  #records: Kept[] = [];
  #seq: number;
  readonly #versions = new Map<string, Versions>();
  readonly #histories = new Map<string, History>();

  /** @param first what its records are numbered from */
  constructor(private readonly first = 0) {
    this.#seq = first;
  }

  /** Whether a record stands here rather than on another shelf. */
  holds(record: Kept): boolean {
    return record.seq > this.first;
  }

  get size(): number {
    return this.#records.length;
  }

  async all(memberId: string): Promise<Kept[]> {
    return this.#records.filter((one) => one.memberId === memberId);
  }

  async add(entries: readonly Entry[]): Promise<Kept[]> {
    const changed = new Map<number, Kept>();
    for (const entry of entries) {
      const last = this.#records.at(-1);
      const one = (last === undefined ? null : joined(last, entry)) ?? { ...entry, seq: ++this.#seq };
      if (one.seq === last?.seq) this.#records.pop();
      this.#records.push(one);
      changed.set(one.seq, one);
    }
    return [...changed.values()];
  }

  async next(memberId: string): Promise<Kept | null> {
    const found = this.#records.find((one) => one.memberId === memberId && one.aside === null);
    if (found === undefined) return null;
    const fixed = { ...found, request: requestFor(found, this.#versions.get(keyOfWork(found)) ?? {}) };
    this.#replace([fixed]);
    return fixed;
  }

  async done(record: Kept, version: number | null): Promise<void> {
    await this.discard([record]);
    const key = keyOfWork(record);
    if (version !== null) this.#versions.set(key, newest(this.#versions.get(key) ?? {}, { [keyOf(record.change)]: version }));
  }

  async setAside(record: Kept, aside: Aside): Promise<Kept[]> {
    const built = behind(this.#records, record).map((one) => ({ ...one, aside }));
    if (this.holds(record)) this.#replace([{ ...record, aside }]);
    this.#replace(built);
    return built;
  }

  async discard(records: readonly Kept[]): Promise<void> {
    const gone = new Set(records.map(({ seq }) => seq));
    this.#records = this.#records.filter(({ seq }) => !gone.has(seq));
  }

  async versions(memberId: string, assignmentId: string): Promise<Versions> {
    return this.#versions.get(workKey(memberId, assignmentId)) ?? {};
  }

  async history(memberId: string, assignmentId: string): Promise<History | null> {
    return this.#histories.get(workKey(memberId, assignmentId)) ?? null;
  }

  async keepHistory({ memberId }: Owner, assignmentId: string, history: History): Promise<void> {
    this.#histories.set(workKey(memberId, assignmentId), history);
  }

  #replace(records: readonly Kept[]): void {
    const by = new Map(records.map((one) => [one.seq, one]));
    this.#records = this.#records.map((one) => by.get(one.seq) ?? one);
  }
}

/** Of each row the newest version that either knows. */
export function newest(a: Versions, b: Versions): Versions {
  return { ...a, ...Object.fromEntries(Object.entries(b).map(([key, version]) => [key, Math.max(version, a[key] ?? 0)])) };
}

/** The work that a record belongs to. */
export function keyOfWork({ memberId, place }: Entry): string {
  return workKey(memberId, place.assignmentId);
}
