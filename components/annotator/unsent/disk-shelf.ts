import { type DBSchema, type IDBPDatabase, type IDBPObjectStore, openDB } from "idb";
import type { History } from "../state/history";
import { keyOf } from "../state/model";
import { claimed, type Lease, type LeaseStore } from "./lease";
import { type Aside, type Entry, joined, type Kept, type Owner, requestFor, sameRow, type Versions, workKey } from "./record";
import { keyOfWork, newest, type Shelf } from "./shelf";

/** With the milliseconds since 1970, to know which is the oldest. */
interface Dated {
  readonly at: number;
}

interface Known extends Dated {
  readonly versions: Versions;
}

interface Undoable extends Dated {
  readonly userId: string;
  readonly history: History;
}

interface Tables extends DBSchema {
  changes: { key: number; value: Kept; indexes: { memberId: string } };
  versions: { key: string; value: Known; indexes: { at: number } };
  histories: { key: string; value: Undoable; indexes: { at: number } };
  leases: { key: string; value: Lease };
}

/** As many articles keep what can be undone, and the versions that are known. */
const MOST = { histories: 30, versions: 300 } as const;
const OPENING_MS = 3_000;

let opened: Promise<DiskShelf | null> | null = null;

/** The store of this browser, opened once. Null where there is none, or where it does not open in time. */
export function openDisk(): Promise<DiskShelf | null> {
  opened ??= open();
  return opened;
}

async function open(): Promise<DiskShelf | null> {
  try {
    return new DiskShelf(await openInTime());
  } catch {
    // No IndexedDB: private windows of some browsers, or a policy.
    return null;
  }
}

function openInTime(): Promise<IDBPDatabase<Tables>> {
  const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error("shelf-timeout")), OPENING_MS));
  return Promise.race([openTables(), late]);
}

function openTables(): Promise<IDBPDatabase<Tables>> {
  return openDB<Tables>("slantwise", 1, {
    upgrade(database) {
      database.createObjectStore("changes", { keyPath: "seq", autoIncrement: true }).createIndex("memberId", "memberId");
      database.createObjectStore("versions").createIndex("at", "at");
      database.createObjectStore("histories").createIndex("at", "at");
      database.createObjectStore("leases");
    },
    blocking: (_now, _wanted, event) => (event.target as IDBDatabase).close(),
  });
}

/** Changes in IndexedDB: they outlive the tab, and every tab of the browser sees them. */
export class DiskShelf implements Shelf, LeaseStore {
  readonly outlivesTab = true;

  #reopening: Promise<void> | null = null;

  constructor(private database: IDBPDatabase<Tables>) {}

  /** Connects again after the browser, or a newer page, closed the connection. Throws when that fails. */
  reopen(): Promise<void> {
    this.#reopening ??= openInTime()
      .then((database) => void (this.database = database))
      .finally(() => void (this.#reopening = null));
    return this.#reopening;
  }

  async all(memberId: string): Promise<Kept[]> {
    return this.database.getAllFromIndex("changes", "memberId", memberId);
  }

  async add(entries: readonly Entry[]): Promise<Kept[]> {
    const tx = this.database.transaction("changes", "readwrite");
    const changed = new Map<number, Kept>();
    const [first] = entries;
    let last = first === undefined ? undefined : (await tx.store.index("memberId").openCursor(first.memberId, "prev"))?.value;
    for (const entry of entries) {
      const one = last === undefined ? null : joined(last, entry);
      if (one !== null) await tx.store.put(one);
      last = one ?? { ...entry, seq: await tx.store.add(entry as Kept) };
      changed.set(last.seq, last);
    }
    await tx.done;
    return [...changed.values()];
  }

  async next(memberId: string): Promise<Kept | null> {
    const tx = this.database.transaction(["changes", "versions"], "readwrite");
    let cursor = await tx.objectStore("changes").index("memberId").openCursor(memberId);
    while (cursor !== null && cursor.value.aside !== null) cursor = await cursor.continue();
    if (cursor === null) return null;
    const found = cursor.value;
    if (found.request !== null) return found;
    const fixed = { ...found, request: requestFor(found, (await tx.objectStore("versions").get(keyOfWork(found)))?.versions ?? {}) };
    await Promise.all([cursor.update(fixed), tx.done]);
    return fixed;
  }

  async done(record: Kept, version: number | null): Promise<void> {
    const tx = this.database.transaction(["changes", "versions"], "readwrite");
    await tx.objectStore("changes").delete(record.seq);
    if (version !== null) await putVersions(tx.objectStore("versions"), keyOfWork(record), { [keyOf(record.change)]: version });
    await tx.done;
  }

  async setAside(record: Kept, aside: Aside): Promise<Kept[]> {
    const tx = this.database.transaction("changes", "readwrite");
    const built: Kept[] = [];
    for (let cursor = await tx.store.index("memberId").openCursor(record.memberId); cursor !== null; cursor = await cursor.continue()) {
      const one = cursor.value;
      const isIt = one.seq === record.seq;
      if (!isIt && (one.seq < record.seq || one.aside !== null || !sameRow(one, record))) continue;
      const put = { ...one, aside };
      await cursor.update(put);
      if (!isIt) built.push(put);
    }
    await tx.done;
    return built;
  }

  async discard(records: readonly Kept[]): Promise<void> {
    const tx = this.database.transaction("changes", "readwrite");
    for (const { seq } of records) await tx.store.delete(seq);
    await tx.done;
  }

  async versions(memberId: string, assignmentId: string): Promise<Versions> {
    return (await this.database.get("versions", workKey(memberId, assignmentId)))?.versions ?? {};
  }

  async history(memberId: string, assignmentId: string): Promise<History | null> {
    return (await this.database.get("histories", workKey(memberId, assignmentId)))?.history ?? null;
  }

  async keepHistory({ memberId, userId }: Owner, assignmentId: string, history: History): Promise<void> {
    const tx = this.database.transaction(["histories", "versions"], "readwrite");
    await tx.objectStore("histories").put({ userId, history, at: Date.now() }, workKey(memberId, assignmentId));
    await dropOldest(tx.objectStore("histories"), MOST.histories);
    await dropOldest(tx.objectStore("versions"), MOST.versions);
    await tx.done;
  }

  async claim(name: string, holder: string, now: number): Promise<Lease> {
    const tx = this.database.transaction("leases", "readwrite");
    const lease = claimed(await tx.store.get(name), holder, now);
    if (lease.holder === holder) await tx.store.put(lease, name);
    await tx.done;
    return lease;
  }

  async release(name: string, holder: string): Promise<void> {
    const tx = this.database.transaction("leases", "readwrite");
    if ((await tx.store.get(name))?.holder === holder) await tx.store.delete(name);
    await tx.done;
  }

  /** Everything that any account left in this browser. */
  everything(): Promise<Kept[]> {
    return this.database.getAll("changes");
  }

  /** Removes what an account left: what could be undone, and with `changes` also what was not sent. */
  async forget(userId: string, { changes }: { readonly changes: boolean }): Promise<void> {
    const tx = this.database.transaction(["changes", "histories"], "readwrite");
    const stores = [tx.objectStore("histories"), ...(changes ? [tx.objectStore("changes")] : [])] as const;
    for (const store of stores) {
      for (let cursor = await store.openCursor(); cursor !== null; cursor = await cursor.continue()) if (cursor.value.userId === userId) await cursor.delete();
    }
    await tx.done;
  }
}

type Store<Name extends "versions" | "histories"> = IDBPObjectStore<Tables, ("histories" | "versions")[], Name, "readwrite">;

async function putVersions(store: IDBPObjectStore<Tables, ("changes" | "versions")[], "versions", "readwrite">, key: string, versions: Versions): Promise<void> {
  await store.put({ versions: newest((await store.get(key))?.versions ?? {}, versions), at: Date.now() }, key);
}

async function dropOldest<Name extends "versions" | "histories">(store: Store<Name>, most: number): Promise<void> {
  let over = (await store.count()) - most;
  for (let cursor = await store.index("at").openCursor(); cursor !== null && over > 0; cursor = await cursor.continue(), over--) await cursor.delete();
}
