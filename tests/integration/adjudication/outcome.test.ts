import { beforeEach, describe, expect, it } from "vitest";
import { rows } from "@/lib/platform/database";
import { adopting, documentOf, makeBench, rejecting, submitted, type Bench } from "@/tests/factories/adjudication";
import { call } from "@/tests/factories/call";
import { addMember, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();

let bench: Bench;
const ask = (who: TestMember, what: string) => call(who, "GET", `/projects/${bench.projectId}/adjudication/${what}`);
const decide = (wish: object) => call(bench.reviewer, "POST", `${bench.at}/decisions`, wish);
const settle = () => rows("UPDATE adjudication SET state = 'settled', settled_at = now() WHERE project_id = $1", [bench.projectId]);

beforeEach(async () => {
  bench = await makeBench(3);
  await submitted(bench, bench.annotators[0]!, [{ quote: "the town hall had dithered" }, { quote: "in short supply" }]);
  await submitted(bench, bench.annotators[1]!, [{ quote: "the town hall had dithered", framing: "neutral" }]);
  await submitted(bench, bench.annotators[2]!, []);
});

const decideAll = async () => {
  const { clusters } = await documentOf(bench);
  expect([(await decide(adopting(clusters[0]!, 0))).status, (await decide(rejecting(clusters[1]!, { reason: "slip" }))).status]).toEqual([201, 201]);
};

describe("how often marks are upheld", () => {
  it("is told to the coordinator of everybody who marked, with why the others were not; whoever did not mark has no vote", async () => {
    await decideAll();
    const { items } = (await ask(bench.lead, "upheld")).body;
    const [first, second] = ["0", "1"].map((i) => items.find((one: { memberId: string }) => one.memberId === bench.annotators[Number(i)]!.memberId));
    expect(first).toMatchObject({ decided: 2, upheld: 1, rate: { value: { share: 0.5 } }, reasons: { slip: 1 } });
    expect(second).toMatchObject({ decided: 1, upheld: 0, rate: { value: { share: 0, low: 0 } }, reasons: { none: 1 } });
    expect(items).toHaveLength(2);
  });

  it("counts the decision that stands, not the one that it replaced", async () => {
    await decideAll();
    const { clusters } = await documentOf(bench);
    await decide(rejecting(clusters[0]!));
    expect((await ask(bench.lead, "upheld")).body["items"].map((one: { decided: number; upheld: number }) => [one.decided, one.upheld]).sort()).toEqual([[1, 0], [2, 0]]);
  });

  it("is told to everybody else of themselves only: reviewers nothing of others, annotators theirs after the reveal", async () => {
    await decideAll();
    const observer = await addMember(bench.projectId, "observer");
    for (const who of [bench.reviewer, bench.other, observer, ...bench.annotators]) expect((await ask(who, "upheld")).body).toEqual({ items: [] });
    const { version } = (await call(bench.lead, "GET", `/projects/${bench.projectId}`)).body;
    await call(bench.lead, "POST", `/projects/${bench.projectId}/reveal`, { version });
    for (const who of bench.annotators.slice(0, 2)) expect((await ask(who, "upheld")).body["items"].map((one: { memberId: string }) => one.memberId)).toEqual([who.memberId]);
    expect((await ask(bench.annotators[2]!, "upheld")).body).toEqual({ items: [] });
    await rows("UPDATE member SET role = 'reviewer' WHERE id = $1", [bench.annotators[0]!.memberId]);
    expect((await ask(bench.annotators[0]!, "upheld")).body["items"]).toHaveLength(1);
  });
});

describe("agreement before and after", () => {
  it("is undefined, with why, before an article is settled, and figured from submissions and the record then", async () => {
    await decideAll();
    expect((await ask(bench.lead, "before-after")).body["figures"]).toMatchObject({ articles: 0, first: { exact: { value: null, reason: "no_shared_article" } } });
    await settle();
    const { figures } = (await ask(bench.lead, "before-after")).body;
    expect(figures).toMatchObject({ articles: 1, first: { exact: { value: 0 } } });
    expect(figures.annotators).toHaveLength(3);
    expect(figures.annotators.map((one: { exact: { value: number } }) => one.exact.value).sort().at(-1)).toBeCloseTo(2 / 3);
  });

  it("shows a reviewer nobody's own figure, an annotator nothing, and a class no coefficient", async () => {
    await decideAll();
    await settle();
    expect((await ask(bench.reviewer, "before-after")).body["figures"]).toMatchObject({ articles: 1, annotators: [], names: {} });
    expect((await ask(bench.annotators[0]!, "before-after")).status).toBe(403);
    await rows("UPDATE project SET kind = 'class' WHERE id = $1", [bench.projectId]);
    expect((await ask(bench.lead, "before-after")).body).toEqual({ figures: null });
  });
});

describe("the disagreements for a meeting", () => {
  it("hold words and marks under letters, and nobody's name or id", async () => {
    const found = await ask(bench.reviewer, "meeting?seed=5");
    expect(found.body["items"]).toMatchObject([{ title: "Town hall dithers", state: expect.any(String), text: expect.stringContaining("dithered"), readers: 3, marks: [{ target: "Town council" }, { target: "Town council" }] }, { text: expect.stringContaining("short supply") }]);
    const [first] = found.body["items"];
    for (const mark of first.marks) expect([...first.text].slice(mark.parts[0].start, mark.parts[0].end).join("")).toBe("the town hall had dithered");
    for (const who of bench.annotators) {
      const [{ pseudonym }] = (await rows<{ pseudonym: string }>("SELECT pseudonym FROM member WHERE id = $1", [who.memberId])) as [{ pseudonym: string }];
      expect([found.text.includes(who.memberId), found.text.includes(pseudonym)]).toEqual([false, false]);
    }
    expect((await ask(bench.reviewer, "meeting?seed=5")).text).toBe(found.text);
  });

  it("are refused to whoever does not adjudicate, and for nonsense", async () => {
    for (const who of [bench.annotators[0]!, await addMember(bench.projectId, "observer")]) expect((await ask(who, "meeting")).status).toBe(403);
    for (const query of ["?n=0", "?n=1000", `?seed=${"9".repeat(41)}`, "?other=1"]) expect((await ask(bench.lead, `meeting${query}`)).status).toBe(422);
    expect((await ask(bench.lead, "meeting?n=1")).body["items"]).toHaveLength(1);
  });
});
