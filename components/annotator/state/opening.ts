import type { AnnotateDocument, AnnotatorSpan } from "../types";
import { type Kept, mineOf, toSend, type Versions } from "../unsent/record";
import { adoptSpan, type Conflict, type RowConflict, rowsDiffer, spansDiffer, withChoice } from "./conflicts";
import { forget, type History } from "./history";
import { applyChange, isRowChange, keyOf, spanIdOf, standingRow } from "./model";
import { looked } from "./reviews";
import { openingState, type SessionState } from "./session-state";
import { versionsOf } from "./versions";

/** The state of a document with what is kept of it on this device: unsent changes stand over it, conflicts are open again. `settled`: records of conflicts over which there is nothing to choose any more. */
export function opened(document: AnnotateDocument, kept: readonly Kept[]): { readonly state: SessionState; readonly settled: Kept[] } {
  const start = openingState(document);
  const [spanConflicts, rowConflicts] = [new Map<string, Conflict<AnnotatorSpan>>(), new Map<string, RowConflict>()];
  let { model, reviews, answerReviews } = start;
  for (const { change } of toSend(kept)) {
    model = applyChange(model, change);
    ({ reviews, answerReviews } = looked({ reviews, answerReviews }, change));
  }
  const settled: Kept[] = [];
  const open = new Map(kept.filter(({ aside }) => aside?.kind === "conflict").map((one) => [keyOf(one.change), one]));
  for (const [key, record] of open) {
    const { change } = record;
    if (isRowChange(change)) {
      const theirs = standingRow(start.model, change);
      if (rowsDiffer(change, theirs)) rowConflicts.set(key, { mine: change, theirs });
      else settled.push(...kept.filter((one) => one.aside !== null && keyOf(one.change) === key));
      model = withChoice(applyChange(model, change), { mine: change, theirs });
      continue;
    }
    const [id, mine] = [spanIdOf(change), mineOf(record)];
    const theirs = start.model.spans.get(id) ?? null;
    if (spansDiffer(mine, theirs)) spanConflicts.set(id, { mine, theirs });
    else settled.push(...kept.filter((one) => one.aside !== null && keyOf(one.change) === key));
    model = adoptSpan(model, id, mine ?? theirs);
  }
  return { state: { ...start, model, reviews, answerReviews, spanConflicts, rowConflicts }, settled };
}

/** What can still be undone: a row that changed elsewhere since is forgotten. Steps whose span is gone find nothing to do by themselves. */
export function stillFitting(history: History, document: AnnotateDocument, known: Versions, kept: readonly Kept[]): History {
  const versions = versionsOf(document);
  const seen = (key: string): number => Math.max(known[key] ?? 0, ...kept.filter((one) => keyOf(one.change) === key).map(({ base }) => base));
  const keys = new Set([...history.undo, ...history.redo].map(keyOf));
  return [...keys].filter((key) => (versions.get(key) ?? 0) > seen(key)).reduce(forget, history);
}
