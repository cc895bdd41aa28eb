import type { History } from "../state/history";
import type { DiskShelf } from "./disk-shelf";
import { claimed, type Lease, type LeaseStore } from "./lease";
import type { Aside, Entry, Kept, Owner, Versions } from "./record";
import { MemoryShelf, newest, type Shelf } from "./shelf";

/** Above every number that a disk gives, and another in each tab. */
const firstInMemory = (): number => 2 ** 50 + Math.floor(Math.random() * 2 ** 30) * 2 ** 20;

/** A disk, and the memory of the tab for what the disk does not take: when it is full, blocked or gone. */
export class SafeShelf implements Shelf, LeaseStore {
  readonly #memory = new MemoryShelf(firstInMemory());

  constructor(private readonly disk: DiskShelf | null) {}

  get outlivesTab(): boolean {
    return this.disk !== null && this.#memory.size === 0;
  }

  async all(memberId: string): Promise<Kept[]> {
    return [...((await this.#onDisk((disk) => disk.all(memberId))) ?? []), ...(await this.#memory.all(memberId))];
  }

  async add(entries: readonly Entry[]): Promise<Kept[]> {
    // What came after something in memory stays behind it.
    const kept = this.#memory.size > 0 ? null : await this.#onDisk((disk) => disk.add(entries));
    return kept ?? this.#memory.add(entries);
  }

  async next(memberId: string): Promise<Kept | null> {
    return (await this.#onDisk((disk) => disk.next(memberId))) ?? this.#memory.next(memberId);
  }

  async done(record: Kept, version: number | null): Promise<void> {
    // Of a record that the disk does not let go, the same operation is answered again as the first time.
    if (!this.#memory.holds(record)) await this.#onDisk((disk) => disk.done(record, version));
    await this.#memory.done(record, version);
  }

  async setAside(record: Kept, aside: Aside): Promise<Kept[]> {
    const built = (await this.#onDisk((disk) => disk.setAside(record, aside))) ?? [];
    return [...built, ...(await this.#memory.setAside(record, aside))];
  }

  async discard(records: readonly Kept[]): Promise<void> {
    const there = records.filter((one) => !this.#memory.holds(one));
    if (there.length > 0) await this.#onDisk((disk) => disk.discard(there));
    await this.#memory.discard(records);
  }

  async versions(memberId: string, assignmentId: string): Promise<Versions> {
    return newest((await this.#onDisk((disk) => disk.versions(memberId, assignmentId))) ?? {}, await this.#memory.versions(memberId, assignmentId));
  }

  async history(memberId: string, assignmentId: string): Promise<History | null> {
    return (await this.#onDisk((disk) => disk.history(memberId, assignmentId))) ?? null;
  }

  async keepHistory(owner: Owner, assignmentId: string, history: History): Promise<void> {
    await this.#onDisk((disk) => disk.keepHistory(owner, assignmentId, history));
  }

  async claim(name: string, holder: string, now: number): Promise<Lease> {
    return (await this.#onDisk((disk) => disk.claim(name, holder, now))) ?? claimed(undefined, holder, now);
  }

  async release(name: string, holder: string): Promise<void> {
    await this.#onDisk((disk) => disk.release(name, holder));
  }

  /** Null where there is no disk, or it refuses. */
  async #onDisk<T>(work: (disk: DiskShelf) => Promise<T>): Promise<T | null> {
    if (this.disk === null) return null;
    return work(this.disk).catch(() => null);
  }
}
