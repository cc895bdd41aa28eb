import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/kernel/id";
import { rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { addArticle, addMember, addTarget, assign, makeProject, spanOver, type TestArticle, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();

const TEXT = "Town hall dithers 🌉 again\nBy Ana Núñez\nThe council bungled the closure, traders said. “We did what neighbours do,” she said.\nYou may also like: ten walks\nNobody answered for the closure.";

let project: string, ann: TestMember, bob: TestMember, article: TestArticle, target: string, assignment: string, id: string;
const parts = (...quotes: string[]) => quotes.flatMap((quote) => spanOver(article, quote, target).parts);
const url = () => `/projects/${project}/spans/${id}`;
const stored = () => rows("SELECT ordinal, start_offset AS start, end_offset AS \"end\", quote FROM span_part ORDER BY ordinal");
const move = (version: number, ...quotes: string[]) => call(ann, "PATCH", url(), { version, parts: parts(...quotes) });

beforeEach(async () => {
  project = await makeProject();
  ann = await addMember(project, "annotator");
  bob = await addMember(project, "annotator");
  article = await addArticle(project, TEXT, { kinds: { 1: "byline", 3: "chrome" } });
  target = await addTarget(project, "Town council");
  assignment = await assign(ann, article);
  id = String((await call(ann, "POST", `/projects/${project}/assignments/${assignment}/spans`, spanOver(article, "bungled", target))).body["id"]);
});

describe("giving a mark other words", () => {
  it("replaces its passages, keeps both in the record, and moves no count", async () => {
    const changed = await move(1, "bungled the closure", "Nobody answered");
    expect([changed.status, changed.body["version"], changed.body["parts"]]).toEqual([200, 2, parts("bungled the closure", "Nobody answered")]);
    expect(await stored()).toEqual(parts("bungled the closure", "Nobody answered").map((part, i) => ({ ordinal: i + 1, ...part })));
    expect((await move(2, "traders")).body["parts"]).toEqual(parts("traders"));
    expect(await stored()).toEqual([{ ordinal: 1, ...parts("traders")[0] }]);
    expect(await rows("SELECT kind, before -> 'parts' AS before, after -> 'parts' AS after FROM span_event WHERE version > 1 ORDER BY version")).toEqual([
      { kind: "changed", before: parts("bungled"), after: parts("bungled the closure", "Nobody answered") },
      { kind: "changed", before: parts("bungled the closure", "Nobody answered"), after: parts("traders") },
    ]);
    expect(await rows("SELECT framing, n FROM rollup_count WHERE n <> 0")).toEqual([{ framing: "critical", n: 1 }]);
  });

  it("changes codes in the same step, and is answered as the first time when it is sent again", async () => {
    const [op, body] = [newId(), { version: 1, parts: parts("traders"), framing: "neutral" }];
    const first = await call(ann, "PATCH", url(), body, { op });
    expect(first.body).toMatchObject({ version: 2, framing: "neutral", parts: parts("traders") });
    const again = await call(ann, "PATCH", url(), body, { op });
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect(await rows("SELECT version FROM span_event")).toHaveLength(2);
  });

  it("tells a stale change the words as they stand", async () => {
    await move(1, "traders");
    const stale = await move(1, "council");
    expect([stale.status, stale.body["current"].parts]).toEqual([409, parts("traders")]);
    expect(await stored()).toEqual([{ ordinal: 1, ...parts("traders")[0] }]);
  });

  it.each<[string, () => object[], string]>([
    ["outside the text", () => [{ start: 5, end: 5000, quote: "x".repeat(40) }], "outside"],
    ["of no length", () => [{ start: 5, end: 5, quote: "x" }], "no length"],
    ["that do not stand there", () => [{ ...parts("bungled")[0], quote: "blunder" }], "not what stands there"],
    ["across chrome", () => parts("You may also"), "chrome"],
    ["in a byline", () => parts("bungled", "Ana").reverse(), "byline"],
    ["out of order", () => parts("traders", "bungled"), "before"],
    ["that overlap", () => parts("bungled the", "the closure"), "before"],
    ["in no passage", () => [], "parts"],
    ["in more than twenty", () => Array.from({ length: 21 }, (_, i) => ({ start: i, end: i + 1, quote: TEXT[i] })), "parts"],
  ])("refuses words %s, says why, and changes nothing", async (_name, wished, words) => {
    const refused = await call(ann, "PATCH", url(), { version: 1, parts: wished() });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(words);
    expect(await stored()).toEqual([{ ordinal: 1, ...parts("bungled")[0] }]);
    expect(await rows("SELECT version FROM span")).toEqual([{ version: 1 }]);
  });

  it("refuses blocks that are not coded in this assignment", async () => {
    await rows("UPDATE assignment SET block_ordinals = '{0,2}'");
    const refused = await move(1, "bungled", "Nobody");
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining("coded here")]);
    expect((await move(1, "bungled", "traders")).status).toBe(200);
  });

  it("does not let a peer do it, nor anybody once the work is submitted", async () => {
    expect((await call(bob, "PATCH", url(), { version: 1, parts: parts("traders") })).status).toBe(404);
    await rows("UPDATE assignment SET state = 'submitted', submitted_at = now()");
    expect((await move(1, "traders")).status).toBe(409);
  });

  it("lets exactly one of many win, whichever words they take", async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? move(1, "traders", "Nobody") : move(1, "council"))));
    expect(answers.filter((one) => one.status === 200)).toHaveLength(1);
    expect(answers.filter((one) => one.status === 409)).toHaveLength(11);
    expect([1, 2]).toContain((await stored()).length);
  });
});
