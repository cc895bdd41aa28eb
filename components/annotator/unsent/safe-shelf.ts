import type { History } from "../state/history";
import type { DiskShelf } from "./disk-shelf";
import { claimed, type Lease, type LeaseStore } from "./lease";
import { type Aside, type Entry, type Kept, type Owner, requestFor, toSend, type Versions } from "./record";
import { MemoryShelf, newest, type Shelf } from "./shelf";

/** Above every number that a disk gives, and another in each tab. */
const firstInMemory = (): number => 2 ** 50 + Math.floor(Math.random() * 2 ** 30) * 2 ** 20;

/** A disk, and the memory of the tab for what the disk does not take: when it is full, blocked or gone. */
export class SafeShelf implements Shelf, LeaseStore {
  readonly #memory = new MemoryShelf(firstInMemory());
  /** The first on the disk, when the disk had no room for its request: each try in this tab is the same. */
  #held: Kept | null = null;
  /** Whether the disk had nothing to be sent when it was last read. */
  #diskIsSent = false;

  constructor(private readonly disk: DiskShelf | null) {}

  get outlivesTab(): boolean {
    return this.disk !== null && this.#memory.size === 0;
  }

  async all(memberId: string): Promise<Kept[]> {
    // A disk that cannot be read is not one with nothing on it.
    const kept = (await this.#strictly((disk) => disk.all(memberId))) ?? [];
    this.#diskIsSent = toSend(kept).length === 0;
    return [...kept, ...(await this.#memory.all(memberId))];
  }

  async add(entries: readonly Entry[]): Promise<Kept[]> {
    // What came after something in memory stays behind it, and nothing is joined to what was tried.
    const kept = this.#memory.size > 0 || this.#held !== null ? null : await this.#onDisk((disk) => disk.add(entries));
    if (kept !== null) this.#diskIsSent = false;
    return kept ?? this.#memory.add(entries);
  }

  async next(memberId: string): Promise<Kept | null> {
    try {
      return (await this.#nextOnDisk(memberId)) ?? (await this.#memory.next(memberId));
    } catch (error) {
      const left = this.#diskIsSent ? await this.#memory.next(memberId) : null;
      if (left === null) throw error;
      return left;
    }
  }

  async done(record: Kept, version: number | null): Promise<void> {
    // A full disk may take no version and still let the record go. One that lets nothing go makes the outbox wait, and the same operation is answered again as the first time.
    if (!this.#memory.holds(record)) await this.#strictly((disk) => disk.done(record, version).catch(() => disk.discard([record])));
    this.#letGo([record]);
    await this.#memory.done(record, version);
  }

  async setAside(record: Kept, aside: Aside): Promise<Kept[]> {
    // On the disk stands nothing that was built on something in memory.
    const built = this.#memory.holds(record) ? [] : ((await this.#strictly((disk) => disk.setAside(record, aside))) ?? []);
    this.#letGo([record]);
    return [...built, ...(await this.#memory.setAside(record, aside))];
  }

  async discard(records: readonly Kept[]): Promise<void> {
    const there = records.filter((one) => !this.#memory.holds(one));
    if (there.length > 0) await this.#onDisk((disk) => disk.discard(there));
    this.#letGo(records);
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

  async #nextOnDisk(memberId: string): Promise<Kept | null> {
    if (this.#held === null) {
      const fixed = await this.#strictly((disk) => disk.next(memberId)).catch(() => undefined);
      if (fixed !== undefined) return fixed;
    }
    const first = toSend((await this.#strictly((disk) => disk.all(memberId))) ?? [])[0] ?? null;
    if (first === null || first.seq !== this.#held?.seq) {
      this.#held = first === null ? null : { ...first, request: requestFor(first, await this.versions(memberId, first.place.assignmentId)) };
    }
    return this.#held;
  }

  #letGo(records: readonly Kept[]): void {
    if (records.some(({ seq }) => seq === this.#held?.seq)) this.#held = null;
  }

  /** Null where there is no disk, or it refuses. */
  #onDisk<T>(work: (disk: DiskShelf) => Promise<T>): Promise<T | null> {
    return this.#strictly(work).catch(() => null);
  }

  /** Null where there is no disk; throws when it refuses, also after it was opened again. */
  async #strictly<T>(work: (disk: DiskShelf) => Promise<T>): Promise<T | null> {
    const { disk } = this;
    if (disk === null) return null;
    return work(disk).catch(async (error: unknown) => {
      if (!(error instanceof Error && error.name === "InvalidStateError")) throw error;
      await disk.reopen();
      return work(disk);
    });
  }
}
