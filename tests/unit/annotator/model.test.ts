import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forget, type History, NO_HISTORY, remember, step } from "@/components/annotator/state/history";
import { applyChange, type Change, invert, isRowChange, type Model } from "@/components/annotator/state/model";
import { span } from "./articles";

const EMPTY: Model = { spans: new Map(), judgements: new Map(), answers: new Map(), notes: new Map() };
const plain = (model: Model) => ({ spans: Object.fromEntries(model.spans), judgements: Object.fromEntries(model.judgements), answers: Object.fromEntries(model.answers), notes: Object.fromEntries(model.notes) });
const id = fc.constantFrom("a", "b", "c");
const change: fc.Arbitrary<Change> = fc.oneof(
  id.map((which): Change => ({ kind: "create", span: span(which, 0, 5) })),
  fc.tuple(id, fc.constantFrom("advocacy" as const, "neutral" as const)).map(([which, framing]): Change => ({ kind: "edit", id: which, fields: { framing } })),
  fc.tuple(id, fc.string()).map(([which, note]): Change => ({ kind: "edit", id: which, fields: { note } })),
  id.map((which): Change => ({ kind: "delete", id: which })),
  fc.tuple(id, fc.constantFrom(-2 as const, 0 as const, "unclear" as const, null), fc.constantFrom("", "so", "so so")).map(([targetId, value, note]): Change => ({ kind: "judge", targetId, judgement: value === null ? null : { value, confidence: null, note } })),
  fc.tuple(id, fc.subarray(["x", "y"])).map(([setId, labelIds]): Change => ({ kind: "answer", setId, labelIds })),
  fc.tuple(id, fc.constantFrom("left out", "left out too", null)).map(([which, body]): Change => ({ kind: "note", id: which, note: body === null ? null : { kind: "omitted", body } })),
  fc.tuple(id, fc.subarray(["x", "y"])).map(([which, labelIds]): Change => ({ kind: "edit", id: which, fields: { labelIds } })),
);
/** What the screen allows: no second span with an id that is there already. */
const possible = (model: Model, next: Change): boolean => !(next.kind === "create" && model.spans.has(next.span.id)) && (next.kind === "create" || isRowChange(next) || next.kind === "restore" || model.spans.has(next.id));

function play(changes: readonly Change[]): { model: Model; history: History; states: Model[] } {
  let [model, history]: [Model, History] = [EMPTY, NO_HISTORY];
  const states: Model[] = [];
  for (const next of changes) {
    if (!possible(model, next)) continue;
    history = remember(history, model, next);
    model = applyChange(model, next);
    states.push(model);
  }
  return { model, history, states };
}

describe("changes", () => {
  it("are taken back by their inverse", () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), change, (before, next) => {
        const { model } = play(before);
        const inverse = invert(model, next);
        if (inverse === null || !possible(model, next)) return;
        expect(plain(applyChange(applyChange(model, next), inverse))).toEqual(plain(model));
      }),
    );
  });

  it("do nothing to a span that is gone", () => {
    expect(plain(applyChange(EMPTY, { kind: "edit", id: "a", fields: { note: "x" } }))).toEqual(plain(EMPTY));
    expect(invert(EMPTY, { kind: "delete", id: "a" })).toBeNull();
  });
});

describe("history", () => {
  it("undoes everything back to the start, and redoes everything to the end", () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
        const { model: end, history: full } = play(changes);
        let [model, history] = [end, full];
        for (let next = step(history, model, "undo"); next !== null; next = step(history, model, "undo")) [model, history] = [applyChange(model, next.change), next.history];
        expect(plain(model)).toEqual(plain(EMPTY));
        for (let next = step(history, model, "redo"); next !== null; next = step(history, model, "redo")) [model, history] = [applyChange(model, next.change), next.history];
        expect(plain(model)).toEqual(plain(end));
      }),
    );
  });

  it("redoes a created span by restoring it, so that its id is never used twice", () => {
    const { model, history } = play([{ kind: "create", span: span("a", 0, 5) }]);
    const undone = step(history, model, "undo");
    expect(undone?.change).toEqual({ kind: "delete", id: "a" });
    const redone = step(undone?.history ?? NO_HISTORY, applyChange(model, { kind: "delete", id: "a" }), "redo");
    expect(redone?.change.kind).toBe("restore");
  });

  it("takes the typing of a note for one step, and forgets what was refused", () => {
    const { history } = play([{ kind: "create", span: span("a", 0, 5) }, { kind: "edit", id: "a", fields: { note: "x" } }, { kind: "edit", id: "a", fields: { note: "xy" } }, { kind: "judge", targetId: "t", judgement: { value: 0, confidence: null, note: "" } }]);
    expect(history.undo.map(({ kind }) => kind)).toEqual(["delete", "edit", "judge"]);
    expect(forget(history, "span a").undo.map(({ kind }) => kind)).toEqual(["judge"]);
  });
});
