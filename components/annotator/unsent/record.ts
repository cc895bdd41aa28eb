import type { Translator } from "@/components/words/words";
import type { WriteRequest } from "../api";
import { type Change, inTextOrder, isRowChange, keyOf, quoteOf, spanIdOf } from "../state/model";
import { type Place, requestOf } from "../state/requests";
import type { AnnotatorSpan } from "../types";

/** Whose changes they are: a member of a project, and the account behind it. */
export interface Owner {
  readonly projectId: string;
  readonly memberId: string;
  readonly userId: string;
}

/** Why a change is not sent any more and stays until the person has decided. */
export type Aside =
  | { readonly kind: "conflict"; readonly current: unknown; readonly version: number | null }
  | { readonly kind: "refused"; readonly sentence: string };

/** One change, as it is kept until the server has answered. Plain data. */
export interface Entry {
  readonly operationId: string;
  readonly memberId: string;
  readonly userId: string;
  readonly place: Place;
  /** The headline, to name the article by. */
  readonly title: string;
  readonly change: Change;
  /** Leads back if the server refuses. */
  readonly inverse: Change | null;
  /** The version of the row that the person saw; 0 for none. */
  readonly base: number;
  /** The span as it stood on the screen after the change. */
  readonly mine: AnnotatorSpan | null;
  /** Null until the first try; a retry is the same operation. */
  readonly request: WriteRequest | null;
  readonly aside: Aside | null;
}

/** An entry in its place in the order of sending. */
export interface Kept extends Entry {
  readonly seq: number;
}

/** Versions that this device knows of, by the key of the row. */
export type Versions = Readonly<Record<string, number>>;

/** Where the versions and the history of one person's work on one article are kept. */
export function workKey(memberId: string, assignmentId: string): string {
  return `${memberId} ${assignmentId}`;
}

/** Whether two entries are about the same row of the same assignment. */
export function sameRow(a: Entry, b: Entry): boolean {
  return a.memberId === b.memberId && a.place.assignmentId === b.place.assignmentId && keyOf(a.change) === keyOf(b.change);
}

/** What waits behind an entry and was built on it. */
export function behind<T extends Kept>(records: readonly T[], entry: Kept): T[] {
  return records.filter((one) => one.seq > entry.seq && one.aside === null && sameRow(one, entry));
}

/** What is still to be sent. */
export function toSend(records: readonly Kept[]): Kept[] {
  return records.filter(({ aside }) => aside === null);
}

/** The request of an entry: against the newest version of its row that this device knows, so that one's own tabs are never in each other's way. */
export function requestFor(entry: Entry, known: Versions): WriteRequest {
  return entry.request ?? requestOf(entry.change, entry.place, Math.max(entry.base, known[keyOf(entry.change)] ?? 0));
}

/** Two entries as one, when the first was not tried yet; null when they cannot be joined. */
export function joined<T extends Entry>(entry: T, next: Entry): T | null {
  const { change: before } = entry;
  const { change, inverse, mine } = next;
  if (entry.request !== null || entry.aside !== null || !sameRow(entry, next) || entry.place.codebookVersionId !== next.place.codebookVersionId) return null;
  // A note that is taken away may not be there yet for the server to take.
  if (isRowChange(before) && isRowChange(change) && !(change.kind === "note" && change.note === null)) return { ...entry, change };
  if (before.kind === "edit" && change.kind === "edit") {
    const back = entry.inverse?.kind === "edit" && inverse?.kind === "edit" ? { ...entry.inverse, fields: { ...inverse.fields, ...entry.inverse.fields } } : entry.inverse;
    return { ...entry, mine, change: { ...before, fields: { ...before.fields, ...change.fields } }, inverse: back };
  }
  if (before.kind === "create" && change.kind === "edit") return { ...entry, mine, change: { kind: "create", span: { ...before.span, ...change.fields } } };
  return null;
}

/** How many changes wait when what is not kept yet is added to what is. */
export function countWaiting(kept: readonly Kept[], coming: readonly Entry[]): number {
  let count = toSend(kept).length;
  let last: Entry | undefined = kept.at(-1);
  for (const entry of coming) {
    const one = last === undefined ? null : joined(last, entry);
    if (one === null) count += 1;
    last = one ?? entry;
  }
  return count;
}

/** The span as the person left it; null when they deleted it. */
export function mineOf({ change, mine }: Entry): AnnotatorSpan | null {
  return change.kind === "delete" ? null : mine;
}

/** A change in words that a person can keep: what they marked, wrote or judged. */
export function wordsOf({ change, mine }: Entry, t: Translator<"unsent.was">): string {
  if (change.kind === "note") return change.note === null ? t("noteGone") : change.note.body;
  if (change.kind === "judge") {
    const { value, note } = change.judgement ?? { value: null, note: "" };
    return value === null ? t("judgementGone") : t(note === "" ? "judgement" : "judgementNoted", { value: String(value), note });
  }
  if (change.kind === "answer") return t("answer");
  const span = "span" in change ? change.span : mine;
  if (change.kind === "delete") return mine === null ? t("markDeleted") : t("deleted", { words: quoteOf(mine) });
  if (span === null) return t("markChanged");
  return `${span.framing.charAt(0).toUpperCase()}${span.framing.slice(1)}: ${quoteOf(span)}${span.note === "" ? "" : `. ${span.note}`}`;
}

/** Kept changes as text, an article after the other, each mark in the order of its words. */
export function asText(records: readonly Entry[], t: Translator<"unsent.was">): string {
  const titles = [...new Set(records.map(({ title }) => title))];
  return titles.map((title) => [title, ...linesOf(records.filter((one) => one.title === title), t).map((line) => `- ${line}`)].join("\n")).join("\n\n");
}

function linesOf(records: readonly Entry[], t: Translator<"unsent.was">): string[] {
  // Of a mark that was changed again and again, its last state says everything.
  const last = new Map(records.map((one) => [keyOf(one.change), one]));
  const marks = new Map([...last.values()].flatMap((one) => (one.mine === null || isRowChange(one.change) ? [] : [[spanIdOf(one.change), one] as const])));
  const ordered = inTextOrder([...marks.values()].flatMap(({ mine }) => (mine === null ? [] : [mine]))).flatMap(({ id }) => marks.get(id) ?? []);
  return [...ordered, ...[...last.values()].filter((one) => !ordered.includes(one))].map((one) => wordsOf(one, t));
}
