import { beforeEach, describe, expect, it } from "vitest";
import { ApiProblem, type Problem } from "@/components/api/client";
import { Keeper, type Written } from "@/components/lesson-writing/keeper";

type Note = { body: string };
let kept: Written<Note> | null, sent: [string, number][], waiting: (() => void)[], answer: (value: Note, version: number) => Promise<Written<Note>>;
const make = (start: Written<Note> = { value: { body: "" }, version: 0 }) =>
  new Keeper<Note>(
    {
      store: { read: () => kept, write: (next) => (kept = next) },
      worth: ({ body }) => body.trim() !== "",
      save: (value, version) => {
        sent.push([value.body, version]);
        return answer(value, version);
      },
      later: (work) => {
        waiting.push(work);
        return () => (waiting = waiting.filter((one) => one !== work));
      },
    },
    start,
  );
const pass = async (): Promise<void> => {
  for (const work of waiting.splice(0)) work();
  for (let n = 0; n < 5; n++) await Promise.resolve();
};
const problem = (status: number, more: Partial<Problem> = {}) => Promise.reject(new ApiProblem({ status, code: "x", title: "x", detail: "x", requestId: null, ...more }));
const gone = () => problem(0);
const stale = (body: string, version: number) => problem(409, { current: { body, version, more: 1 } });

beforeEach(() => {
  [kept, sent, waiting] = [null, [], []];
  answer = async (value, version) => ({ value, version: version + 1 });
});

describe("what a pupil writes", () => {
  it("is saved after a pause, and kept on the device until then", async () => {
    const keeper = make();
    expect(keeper.snapshot().standing).toBe("bare");
    keeper.write({ body: "Bri" });
    keeper.write({ body: "Bridge" });
    expect([keeper.snapshot().standing, kept, sent]).toEqual(["saving", { value: { body: "Bridge" }, version: 0 }, []]);
    await pass();
    expect([keeper.snapshot().standing, kept, sent]).toEqual(["saved", null, [["Bridge", 0]]]);
    keeper.write({ body: "Bridge shut" });
    await pass();
    expect(sent.at(-1)).toEqual(["Bridge shut", 1]);
  });

  it("is not sent while it is nothing, and stands as saved when it is typed back", async () => {
    const keeper = make({ value: { body: "A" }, version: 3 });
    keeper.write({ body: " " });
    await pass();
    expect([keeper.snapshot().standing, sent, kept]).toEqual(["bare", [], { value: { body: " " }, version: 3 }]);
    keeper.write({ body: "A" });
    await pass();
    expect([keeper.snapshot().standing, sent, kept]).toEqual(["saved", [], null]);
  });

  it("stays when the connection is gone, also over a reload, and is sent when it is back", async () => {
    answer = gone;
    const keeper = make();
    keeper.write({ body: "Bridge" });
    await pass();
    expect(keeper.snapshot().standing).toBe("offline");
    keeper.stop();
    answer = async (value, version) => ({ value, version: version + 1 });
    const again = make();
    expect(again.snapshot().value.body).toBe("Bridge");
    await pass();
    expect([again.snapshot().standing, kept]).toEqual(["saved", null]);
  });

  it("is sent again by itself, and at once when asked", async () => {
    answer = gone;
    const keeper = make();
    keeper.write({ body: "Bridge" });
    await pass();
    await pass();
    keeper.flush();
    await pass();
    expect(sent).toHaveLength(3);
  });

  it("counts as saved when only the answer was lost", async () => {
    answer = (value) => stale(value.body, 1);
    const keeper = make();
    keeper.write({ body: "Bridge" });
    await pass();
    expect([keeper.snapshot().standing, kept]).toEqual(["saved", null]);
    answer = async (value, version) => ({ value, version: version + 1 });
    keeper.write({ body: "Bridge shut" });
    await pass();
    expect(sent.at(-1)).toEqual(["Bridge shut", 1]);
  });

  it.each([["mine", "Here", 1], ["other", "There", 0]] as const)("waits for a choice when another window wrote: %s", async (whose, stays, more) => {
    answer = () => stale("There", 7);
    const keeper = make();
    keeper.write({ body: "Here" });
    await pass();
    expect(keeper.snapshot()).toMatchObject({ standing: "changed", other: { body: "There" }, value: { body: "Here" } });
    keeper.flush();
    await pass();
    expect(sent).toHaveLength(1);
    answer = async (value, version) => ({ value, version: version + 1 });
    keeper.choose(whose);
    await pass();
    expect([keeper.snapshot().value.body, keeper.snapshot().standing, kept, sent.slice(1)]).toEqual([stays, "saved", null, more ? [["Here", 7]] : []]);
  });

  it("goes on with what was typed while a request ran", async () => {
    let free: (written: Written<Note>) => void = () => undefined;
    answer = () => new Promise((resolve) => (free = resolve));
    const keeper = make();
    keeper.write({ body: "One" });
    await pass();
    keeper.write({ body: "One two" });
    await pass();
    expect(sent).toEqual([["One", 0]]);
    answer = async (value, version) => ({ value, version: version + 1 });
    free({ value: { body: "One" }, version: 1 });
    await pass();
    await pass();
    expect([sent, keeper.snapshot().standing, kept]).toEqual([[["One", 0], ["One two", 1]], "saved", null]);
  });

  it("says why it was refused, keeps it, and does not ask again by itself", async () => {
    answer = () => problem(403, { detail: "Somebody else is signed in here." });
    const keeper = make();
    keeper.write({ body: "Bridge" });
    await pass();
    await pass();
    expect([keeper.snapshot().standing, keeper.snapshot().why, sent.length, kept?.value.body]).toEqual(["refused", "Somebody else is signed in here.", 1, "Bridge"]);
  });
});
