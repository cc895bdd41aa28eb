import { describe, expect, it } from "vitest";
import type { Outcome, WriteRequest } from "@/components/annotator/api";
import { SettingsStore } from "@/components/annotator/settings/settings-store";
import { DEFAULT_SETTINGS } from "@/lib/accounts/reader-settings";

function open(outcomes: Outcome[]) {
  const sent: WriteRequest["body"][] = [];
  let kept: object = DEFAULT_SETTINGS;
  const send = async (request: WriteRequest): Promise<Outcome> => {
    sent.push(request.body);
    const ending = outcomes.shift();
    if (ending !== undefined) return ending;
    kept = { ...kept, ...request.body };
    return { kind: "done", body: kept };
  };
  return { store: new SettingsStore(DEFAULT_SETTINGS, { newId: () => "id", send }), sent };
}

describe("the reader's settings on the screen", () => {
  it("hold at once, and go to the server one change after the other", async () => {
    const { store, sent } = open([]);
    const first = store.change({ singleKeys: false });
    expect(store.state.singleKeys).toBe(false);
    const second = store.change({ granularity: "sentence" });
    await Promise.all([first, second]);
    expect(sent).toEqual([{ singleKeys: false }, { granularity: "sentence" }]);
    expect(store.state).toEqual({ ...DEFAULT_SETTINGS, singleKeys: false, granularity: "sentence" });
  });

  it("go back when the server refuses, and nothing else goes with them", async () => {
    const { store } = open([{ kind: "refused", sentence: "No." }]);
    const first = store.change({ granularity: "sentence" });
    await Promise.all([first, store.change({ singleKeys: false })]);
    expect(store.state).toEqual({ ...DEFAULT_SETTINGS, singleKeys: false });
  });

  it("stay while the server is away, and go with the next change", async () => {
    const { store, sent } = open([{ kind: "retry", signedOut: false, sentence: "Away." }]);
    await store.change({ granularity: "sentence" });
    expect(store.state.granularity).toBe("sentence");
    await store.change({ singleKeys: false });
    expect(sent.at(-1)).toEqual({ granularity: "sentence", singleKeys: false });
  });
});
