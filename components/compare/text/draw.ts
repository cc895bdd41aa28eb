import { assignLanes, overflow, VISIBLE_LANES } from "@/lib/annotations/lanes";
import { sweep, type IdRange } from "@/lib/annotations/segments";
import type { Column, ComparedMark } from "@/lib/compare/document";

/** A stretch of a sentence: the marks over it, those that begin with it, and whether its words are somebody's speech. Offsets in code points of the article. */
export type Stretch = { readonly start: number; readonly end: number; readonly marks: readonly ComparedMark[]; readonly begun: readonly ComparedMark[]; /** Marks that no lane is left for, where the first of them begins. */ readonly more: number; readonly speech: "said" | "told" | null };

/** How the marks of a column are drawn: which lie where, each in its lane (0..2) from start to end. */
export type Drawing = { readonly marks: readonly ComparedMark[]; readonly lanes: ReadonlyMap<string, number>; readonly speech: Column["speech"] };

/** Lanes for all marks of a column, so that a mark keeps its line across sentences. */
export const drawingOf = ({ marks, speech }: Pick<Column, "marks" | "speech">): Drawing => ({ marks, speech, lanes: assignLanes(marks.flatMap(({ id, parts }) => parts.map(({ start, end }) => ({ id, start, end })))) });

const SPEECH: Readonly<Partial<Record<string, "said" | "told">>> = { direct: "said", block: "said", reported: "told" };

/** The disjoint stretches that cover a sentence, in its order. */
export function stretchesIn({ start, end }: { readonly start: number; readonly end: number }, { marks, lanes, speech }: Drawing): Stretch[] {
  const here = marks.filter(({ parts }) => parts.some((part) => part.start < end && start < part.end));
  const byId = new Map(here.map((mark) => [mark.id, mark]));
  const inside = (id: string, range: { start: number; end: number }): IdRange[] => (range.start < end && start < range.end ? [{ id, start: Math.max(range.start, start), end: Math.min(range.end, end) }] : []);
  const spoken = speech.flatMap((one) => (SPEECH[one.kind] === undefined ? [] : inside(SPEECH[one.kind]!, one)));
  const segments = sweep([...here.flatMap(({ id, parts }) => parts.flatMap((part) => inside(id, part))), ...spoken]);
  const stretches: Stretch[] = [];
  const seen = new Set<string>();
  let at = start;
  for (const segment of segments) {
    if (segment.start > at) stretches.push(plain(at, segment.start));
    const over = segment.ids.flatMap((id) => byId.get(id) ?? []);
    const begun = over.filter(({ id }) => !seen.has(id));
    for (const { id } of begun) seen.add(id);
    const hidden = begun.some(({ id }) => (lanes.get(id) ?? 0) >= VISIBLE_LANES);
    stretches.push({ start: segment.start, end: segment.end, marks: over, begun, more: hidden ? overflow(over.map(({ id }) => id), lanes) : 0, speech: segment.ids.includes("said") ? "said" : segment.ids.includes("told") ? "told" : null });
    at = segment.end;
  }
  if (at < end) stretches.push(plain(at, end));
  return stretches;
}

const plain = (start: number, end: number): Stretch => ({ start, end, marks: [], begun: [], more: 0, speech: null });
