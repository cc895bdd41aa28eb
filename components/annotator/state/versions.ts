import type { AnnotateDocument } from "../types";
import { answerKey, judgementKey, noteKey, spanKey } from "./model";

/** The version of every row that a document holds, by key. */
export function versionsOf(document: Pick<AnnotateDocument, "spans" | "judgements" | "answers" | "notes">): Map<string, number> {
  return new Map([
    ...document.spans.map((one) => [spanKey(one.id), one.version] as const),
    ...document.judgements.map((one) => [judgementKey(one.targetId), one.version] as const),
    ...document.answers.map((one) => [answerKey(one.setId), one.version] as const),
    ...document.notes.map((one) => [noteKey(one.id), one.version] as const),
  ]);
}

/** The newest version of each row that is known here, and with it how many changes the server has: each change makes one version. */
export class KnownVersions {
  readonly #versions: Map<string, number>;
  #changes = 0;

  constructor(known: Readonly<Record<string, number>>) {
    this.#versions = new Map(Object.entries(known));
  }

  /** How many changes the server has of this work, as far as is known here. */
  get changes(): number {
    return this.#changes;
  }

  /** 0 for none. */
  of(key: string): number {
    return this.#versions.get(key) ?? 0;
  }

  /** A row has this version now. */
  know(key: string, version: number): void {
    const before = this.of(key);
    if (version <= before) return;
    this.#versions.set(key, version);
    this.#changes += version - before;
  }

  /** The server had all of this, and `changes` in sum. Answers with the keys that are newer than what was known. */
  see(document: AnnotateDocument): string[] {
    const moved = [...versionsOf(document)].filter(([key, version]) => version > this.of(key));
    for (const [key, version] of moved) this.#versions.set(key, version);
    this.#changes = document.changes;
    return moved.map(([key]) => key);
  }
}
