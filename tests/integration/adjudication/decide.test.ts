import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/kernel/id";
import { row, rows } from "@/lib/platform/database";
import { adopting, documentOf, handIn, makeBench, rejecting, submitted, type Bench } from "@/tests/factories/adjudication";
import { call } from "@/tests/factories/call";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();

let bench: Bench, decisions: string;
beforeEach(async () => {
  bench = await makeBench();
  decisions = `${bench.at}/decisions`;
  const [a, b, c] = bench.annotators;
  await submitted(bench, a!, [{ quote: "stepped in where the town hall had dithered", target: 1, framing: "advocacy" }, { quote: "in short supply" }]);
  await submitted(bench, b!, [{ quote: "the town hall had dithered" }, { quote: "in short supply" }]);
  await submitted(bench, c!, [{ quote: "where the town hall had dithered", target: 2 }, { quote: "in short supply" }]);
});

describe("an article to adjudicate", () => {
  it("shows everybody's marks as clusters, with what differs", async () => {
    const found = await documentOf(bench);
    expect(found.clusters.map((one) => [one.number, one.state, one.differs, one.spans.length, one.readers.length, one.decision])).toEqual([
      [1, "target", ["extent", "target", "framing"], 3, 3, null],
      [2, "unanimous", [], 3, 3, null],
    ]);
    expect(found.annotators.map((one) => one.letter)).toEqual(["A", "B", "C"]);
    expect(found.adjudication).toMatchObject({ state: "open", undecided: 2 });
  });

  it("shows no name and no id of an annotator to a reviewer where the project hides them", async () => {
    await rows("UPDATE project SET hide_annotators = true WHERE id = $1", [bench.projectId]);
    const found = await call(bench.reviewer, "GET", `${bench.at}/adjudication`);
    for (const who of bench.annotators) {
      const name = (await row<{ pseudonym: string }>("SELECT pseudonym FROM member WHERE id = $1", [who.memberId]))!.pseudonym;
      expect([found.text.includes(who.memberId), found.text.includes(name)]).toEqual([false, false]);
    }
    expect((await documentOf(bench, bench.lead)).annotators.every((one) => one.name !== null)).toBe(true);
  });

  it("leaves out practice, articles with a key, and work that is not submitted", async () => {
    await rows("UPDATE assignment SET phase = 'practice' WHERE member_id = $1", [bench.annotators[0]!.memberId]);
    await rows("UPDATE assignment SET state = 'returned' WHERE member_id = $1", [bench.annotators[1]!.memberId]);
    expect((await documentOf(bench)).clusters.map((one) => one.spans.length)).toEqual([1, 1]);
  });
});

describe("a decision", () => {
  it("is stored with its marks, its settled marks and whom it upheld, and the article counts it", async () => {
    const { clusters } = await documentOf(bench);
    const made = await call(bench.reviewer, "POST", decisions, adopting(clusters[0]!, 1));
    expect([made.status, made.body["adjudication"]]).toEqual([201, { version: 2, undecided: 1 }]);
    expect(await rows("SELECT upheld FROM decision_span ORDER BY upheld")).toEqual([{ upheld: false }, { upheld: false }, { upheld: true }]);
    expect(await row("SELECT quote FROM settled_part")).toEqual({ quote: clusters[0]!.spans[1]!.parts[0]!.quote });
    expect(await row("SELECT count(*)::int AS n FROM audit_entry WHERE action = 'decision.made'")).toEqual({ n: 1 });
    const after = await documentOf(bench);
    const { adjudication: _, ...decision } = made.body;
    expect(after.clusters[0]!.decision).toEqual(decision);
    expect(after.adjudication).toMatchObject({ version: 2, undecided: 1 });
  });

  it("that is sent again is answered as the first time, and another one with the same operation is refused", async () => {
    const { clusters } = await documentOf(bench);
    const [op, wish] = [newId(), adopting(clusters[0]!)];
    const first = await call(bench.reviewer, "POST", decisions, wish, { op });
    const again = await call(bench.reviewer, "POST", decisions, wish, { op });
    expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
    expect((await call(bench.reviewer, "POST", decisions, adopting(clusters[1]!), { op })).status).toBe(422);
    expect(await row("SELECT count(*)::int AS n FROM decision")).toEqual({ n: 1 });
  });

  it("does not overwrite another's, but can replace it by name", async () => {
    const { clusters } = await documentOf(bench);
    const first = await call(bench.reviewer, "POST", decisions, adopting(clusters[0]!, 0));
    const second = await call(bench.other, "POST", decisions, adopting(clusters[0]!, 1));
    expect([second.status, second.body["reason"], second.body["current"]["id"]]).toEqual([409, "decided", first.body["id"]]);
    const third = await call(bench.other, "POST", decisions, adopting(clusters[0]!, 1, { replaces: [first.body["id"]] }));
    expect([third.status, third.body["adjudication"]["undecided"]]).toEqual([201, 1]);
    const late = await call(bench.reviewer, "POST", decisions, adopting(clusters[0]!, 2, { replaces: [first.body["id"]] }));
    expect([late.status, late.body["current"]["id"]]).toEqual([409, third.body["id"]]);
    expect(await row("SELECT count(*)::int AS n FROM decision_replaced")).toEqual({ n: 1 });
  });

  it("needs a reason and a note where nothing stands although everybody marked", async () => {
    const { clusters } = await documentOf(bench);
    const without = async (more: object): Promise<unknown> => (await call(bench.reviewer, "POST", decisions, rejecting(clusters[0]!, more as Record<string, unknown>))).body["errors"]?.map((one: { path: string }) => one.path);
    expect(await without({ reason: null })).toEqual(["/reason"]);
    expect(await without({ note: " " })).toEqual(["/note"]);
    expect(await without({})).toBeUndefined();
  });

  it("is refused where the words do not stand there, where nobody can mark them, and where the method is another", async () => {
    const { clusters } = await documentOf(bench);
    const wish = adopting(clusters[1]!);
    const edited = (parts: object[]) => call(bench.reviewer, "POST", decisions, { ...wish, id: newId(), method: "edited", from: [], reason: "other", note: "x", settled: [{ ...wish.settled[0]!, parts }] });
    const part = wish.settled[0]!.parts[0]!;
    const chrome = bench.article.text.indexOf("also like");
    for (const parts of [[{ ...part, quote: "in SHORT supply" }], [part, part], [{ start: chrome, end: chrome + 9, quote: "also like" }]]) expect([(await edited(parts)).status, (await edited(parts)).body["errors"]?.[0].path]).toEqual([422, expect.stringMatching(/^\/settled\/0\/parts/)]);
    expect((await call(bench.reviewer, "POST", decisions, { ...wish, settled: [{ ...wish.settled[0], framing: "neutral" }] })).status).toBe(422);
    expect((await call(bench.reviewer, "POST", decisions, adopting(clusters[0]!, 0, { method: "unanimous" }))).status).toBe(422);
    expect(await row("SELECT count(*)::int AS n FROM decision")).toEqual({ n: 0 });
  });

  it("adds a mark where nobody marked", async () => {
    await documentOf(bench);
    const start = bench.article.text.indexOf("free ferries");
    const added = { id: newId(), outcome: "settled", method: "added", settled: [{ parts: [{ start, end: start + 12, quote: "free ferries" }], targetId: bench.targets[1], framing: "advocacy", voice: "quoted", attribution: "direct", speaker: "A harbour pilot", directness: "direct", device: null, labelIds: [], note: "" }] };
    const made = await call(bench.reviewer, "POST", decisions, added);
    expect([made.status, made.body["adjudication"]?.undecided]).toEqual([201, 2]);
    expect((await documentOf(bench)).added.map((one) => one.settled[0]!.speaker)).toEqual(["A harbour pilot"]);
  });

  it("no longer holds when marks were changed since, and holds again when they are as they were", async () => {
    const before = await documentOf(bench);
    const [who] = bench.annotators;
    const mine = before.annotators.find((one) => one.id === who!.memberId)!.assignmentId!;
    await call(bench.reviewer, "POST", decisions, adopting(before.clusters[1]!, 0, { method: "unanimous", from: [] }));
    const version = (await row<{ version: number }>("SELECT version FROM assignment WHERE id = $1", [mine]))!.version;
    expect((await call(bench.reviewer, "POST", `/projects/${bench.projectId}/assignments/${mine}/return`, { version, comment: "Look again." })).status).toBe(200);
    expect((await documentOf(bench)).clusters[1]!).toMatchObject({ changedSince: true, decision: { method: "unanimous" } });
    expect((await call(bench.reviewer, "POST", decisions, adopting(before.clusters[0]!))).body["reason"]).toBe("changed");
    await handIn(bench, who!, mine);
    expect((await documentOf(bench)).clusters[1]!).toMatchObject({ changedSince: false });
  });
});

describe("decisions at the same moment", () => {
  it("on different clusters are all kept, and of those on one cluster one is", async () => {
    const words = Array.from({ length: 20 }, (_, i) => `matter${String.fromCharCode(97 + i)}`);
    const many = await makeBench(1, `Headline\n${words.join(" and ")}`);
    await submitted(many, many.annotators[0]!, words.map((quote) => ({ quote })));
    const { clusters } = await documentOf(many);
    const all = await Promise.all(clusters.map((cluster, i) => call(i % 2 ? many.reviewer : many.other, "POST", `${many.at}/decisions`, adopting(cluster))));
    expect(all.map((one) => one.status)).toEqual(Array(20).fill(201));
    expect([...all.map((one) => one.body["number"])].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    expect(await row("SELECT undecided, version FROM adjudication WHERE project_id = $1", [many.projectId])).toEqual({ undecided: 0, version: 21 });
    const rivals = await Promise.all(Array.from({ length: 20 }, () => call(many.reviewer, "POST", `${many.at}/decisions`, adopting(clusters[0]!, 0, { replaces: [all[0]!.body["id"]] }))));
    expect(rivals.map((one) => one.status).sort()).toEqual([201, ...Array(19).fill(409)]);
  });
});
