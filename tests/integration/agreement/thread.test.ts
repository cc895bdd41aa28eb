import { afterEach, describe, expect, it } from "vitest";
import { DEFAULT_CHOICE } from "@/lib/agreement/choice";
import type { ToThread } from "@/lib/agreement/server/figures-messages";
import { FiguresPool } from "@/lib/agreement/server/figures-pool";
import { startingCodebook } from "@/lib/codebook/presets/starting";

const started: FiguresPool[] = [];
const start = (...limits: ConstructorParameters<typeof FiguresPool>): FiguresPool => {
  const pool = new FiguresPool(...limits);
  started.push(pool);
  return pool;
};
afterEach(async () => void (await Promise.all(started.splice(0).map((pool) => pool.stop()))));

const ROW = { articleId: "x", phase: "main", round: 1, state: "submitted", blockOrdinals: [], firstSubmittedAt: "2026-03-02T10:00:00Z", peersSeen: false, sourceHidden: null, keyed: false, archived: false };
const order = (layer: string, base = "b"): ToThread => ({
  kind: "compute", wanted: "report", leftOut: [], base, dataVersion: "v",
  kept: {
    choice: { ...DEFAULT_CHOICE, layer: layer as "place", level: "nominal" }, phases: ["main"], taken: ["a", "b"].map((id) => ({ ...ROW, id, memberId: id })), later: [], articlesRead: 1, annotatorsRead: 2,
    articles: [{ id: "x", title: "X", workId: "w", words: 10, blocks: [[0, 0, 1_000_000, true]] }],
    names: { members: [{ id: "a", name: "A" }, { id: "b", name: "B" }], targets: [{ id: "t", name: "T", mergedIntoId: null }], codebook: startingCodebook("research") },
  },
});
const submissions = (marks: number, content?: string): ToThread => ({
  kind: "submissions",
  rows: ["a", "b"].map((assignmentId, i) => ({ assignmentId, older: false, codebookVersion: 1, content: content ?? JSON.stringify({ spans: Array.from({ length: marks }, (_, n) => ({ id: `${i}-${n}`, targetId: "t", framing: "critical", voice: "own", parts: [{ start: n * 10 + i, end: n * 10 + 5, quote: "" }] })), judgements: [] }) })),
});
const compute = (pool: FiguresPool, layer = "place", marks = 1, content?: string) =>
  pool.ask((tell) => {
    tell(submissions(marks, content));
    tell(order(layer));
    return Promise.resolve();
  });

describe("the thread that computes figures", () => {
  it("answers one question after the other, and keeps what the last one rests on", async () => {
    const pool = start();
    const again = (base: string) => pool.ask((tell) => Promise.resolve(tell({ kind: "report", choice: { ...DEFAULT_CHOICE, layer: "target", level: "nominal" }, base, dataVersion: "v" })));
    const answers = await Promise.all([again("b"), compute(pool), again("b"), again("other")]);
    expect(answers.map(({ kind }) => kind)).toEqual(["unknown", "report", "report", "unknown"]);
    expect(answers.map((one) => (one.kind === "report" ? one.report.headline.key : null))).toEqual([null, "place", "target", null]);
  });

  it("says what went wrong, and goes on with the next question", async () => {
    const pool = start();
    await expect(compute(pool, "mood")).rejects.toThrow("There is no layer mood");
    await expect(compute(pool, "place", 1, "no JSON")).rejects.toThrow("JSON");
    await expect(pool.ask(() => Promise.reject(new Error("the database is gone")))).rejects.toThrow("the database is gone");
    expect((await compute(pool)).kind).toBe("report");
  });

  it("is ended when a question takes too long, and begun again for the next one", async () => {
    const pool = start({ milliseconds: 5, heapMiB: 512, idleMs: 60_000 });
    await expect(compute(pool, "place", 20_000)).rejects.toMatchObject({ code: "unavailable", message: expect.stringContaining("Choose fewer articles") });
    await expect(compute(pool, "place", 20_000)).rejects.toMatchObject({ code: "unavailable" });
  });

  it("may be ended by whoever runs it, and begins again", async () => {
    const pool = start();
    expect((await compute(pool)).kind).toBe("report");
    await pool.stop();
    expect((await compute(pool)).kind).toBe("report");
  });
});
