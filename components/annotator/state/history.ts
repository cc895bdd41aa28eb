import { applyChange, type Change, invert, keyOf, type Model } from "./model";

/** What can be undone and redone: the changes that would do it, the next one last. */
export interface History {
  readonly undo: readonly Change[];
  readonly redo: readonly Change[];
}

/** Nothing done yet. */
export const NO_HISTORY: History = { undo: [], redo: [] };

/** How far back one can go. */
const DEPTH = 500;

/** Takes note of a change that is about to be applied to `model`. */
export function remember(history: History, model: Model, change: Change): History {
  const inverse = invert(model, change);
  if (inverse === null) return history;
  const last = history.undo.at(-1);
  // Typing a note is one step, however often it was saved on the way.
  const goesOn = last !== undefined && keyOf(last) === keyOf(change) && isTyping(last, inverse, change);
  return { undo: goesOn ? history.undo : [...history.undo, inverse].slice(-DEPTH), redo: [] };
}

/** One step back (or, with "redo", forward): the change to apply now, and what the history is afterwards. */
export function step(history: History, model: Model, way: "undo" | "redo"): { readonly change: Change; readonly history: History } | null {
  const stack = history[way];
  const change = stack.at(-1);
  if (change === undefined) return null;
  const inverse = invert(model, change);
  const shorter = { ...history, [way]: stack.slice(0, -1) };
  if (inverse === null || applyChange(model, change) === model) return step(shorter, model, way);
  const back = way === "undo" ? "redo" : "undo";
  return { change, history: { ...shorter, [back]: [...history[back], inverse] } };
}

/** The history without everything about one key: its change was refused, or settled elsewhere. */
export function forget(history: History, key: string): History {
  const keep = (change: Change): boolean => keyOf(change) !== key;
  return { undo: history.undo.filter(keep), redo: history.redo.filter(keep) };
}

/** Whether all three (what was before the last step, what is now, what comes) differ in words that somebody types: a span's note, a note on the article, the note of a judgement. */
function isTyping(...[last, now, next]: readonly [Change, Change, Change]): boolean {
  if (last.kind === "edit" && next.kind === "edit") return [last, next].every(({ fields }) => Object.keys(fields).join() === "note");
  const three = [last, now, next];
  if (next.kind === "note") return three.every((one) => one.kind === "note" && one.note !== null);
  if (next.kind !== "judge" || next.judgement === null) return false;
  const { value, confidence } = next.judgement;
  return three.every((one) => one.kind === "judge" && one.judgement?.value === value && one.judgement.confidence === confidence);
}
