import { afterEach, describe, expect, it } from "vitest";
import { job } from "@/lib/accounts/server/actor";
import type { Task } from "@/lib/articles/server/imports/parsing";
import { parseHere } from "@/lib/articles/server/imports/parsing";
import { PARSING_LIMITS, startParsing } from "@/lib/articles/server/imports/parsing-pool";

const text = (words: string): Task => ({ kind: "understand", content: { kind: "text", text: words }, hints: {}, settings: {} });
const html = (page: string): Task => ({ kind: "understand", content: { kind: "html", html: page }, hints: {}, settings: {} });
const refusal = (outcome: unknown): string => (outcome as { refused: { message: string } }).refused.message;

let stop: () => Promise<void> = async () => {};
afterEach(() => stop());
const start = (limits: Partial<typeof PARSING_LIMITS> = {}) => {
  const pool = startParsing({ ...PARSING_LIMITS, threads: 1, ...limits });
  stop = () => pool.stop();
  return pool.parse;
};

describe("records that are parsed in threads", () => {
  it("come back in their order, as they would be read here", async () => {
    const tasks = Array.from({ length: 40 }, (_, i) => text(`Ferry ${i}\nIt was late, said Ada Stone.`));
    expect(await start()(job(), tasks)).toEqual(structuredClone(await parseHere(job(), tasks)));
  });

  it("are refused by name when they take too long, and the others are read", async () => {
    // No record that takes a second is known; with a limit that no thread can hold, the first is always too slow.
    const outcomes = await start({ milliseconds: 1 })(job(), [text("Slow\nwords")]);
    expect(refusal(outcomes[0])).toBe("Reading this took longer than 0.001 seconds, so it was stopped.");
  });

  it("are not refused because this process was held up and heard of them late", async () => {
    const parse = start({ milliseconds: 1_000 });
    await parse(job(), [text("Warm\nwords")]);
    const outcomes = parse(job(), Array.from({ length: 8 }, (_, i) => text(`Ferry ${i}\nIt was late.`)));
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2_000);
    for (const outcome of await outcomes) expect(outcome).toHaveProperty("understood");
  });

  it("survive a page of 100,000 nested tags", async () => {
    const page = `<html><body>${"<div>".repeat(100_000)}<p>At the bottom.</p></body></html>`;
    const [hostile, fine] = await start()(job(), [html(page), text("Ferry\nIt was late.")]);
    expect(hostile).toBeDefined();
    expect(fine).toHaveProperty("understood");
  });

  it("are refused by name when they take too much memory, and those behind them are read", async () => {
    const page = `<html><body>${"<p>a <b>b</b></p>".repeat(1_000_000)}</body></html>`;
    const [hostile, fine] = await start({ heapMiB: 64 })(job(), [html(page), text("Ferry\nIt was late.")]);
    expect(refusal(hostile)).toMatch(/more than 64 MB of memory/);
    expect(fine).toHaveProperty("understood");
  });
});
