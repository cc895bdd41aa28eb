import { beforeAll, describe, expect, it } from "vitest";
import { rows } from "@/lib/platform/database";
import { loadSample } from "@/prisma/seed/load-sample";
import { SAMPLE_ARTICLES, SAMPLE_OUTLETS, SAMPLE_SUBMISSIONS, SAMPLE_TARGETS } from "@/prisma/seed/sample/sample";
import { call } from "@/tests/factories/call";
import { addMember, type TestMember } from "@/tests/factories/world";
import { truncateAll } from "@/tests/support/database";

let project: string, observer: TestMember, second: boolean;
beforeAll(async () => {
  await truncateAll();
  expect(await loadSample()).toBe(true);
  second = await loadSample();
  project = (await rows<{ id: string }>("SELECT id FROM project"))[0]?.id ?? "";
  observer = await addMember(project, "observer");
});

const count = async (sql: string): Promise<number> => (await rows<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`))[0]?.n ?? -1;

describe("the sample project", () => {
  it("is loaded once and not again", () => expect(second).toBe(false));

  it("holds what the sample says, labelled as a sample", async () => {
    expect(await rows("SELECT kind, is_sample, name LIKE '%invented%' AS labelled FROM project")).toEqual([{ kind: "research", is_sample: true, labelled: true }]);
    expect(await count("outlet")).toBe(SAMPLE_OUTLETS.length);
    expect(await count("target")).toBe(SAMPLE_TARGETS.length);
    expect(await count("target WHERE parent_id IS NOT NULL")).toBe(SAMPLE_TARGETS.filter((one) => one.parent !== null).length);
    expect(await count("article")).toBe(SAMPLE_ARTICLES.length);
    expect(await count("work")).toBe(new Set(SAMPLE_ARTICLES.map((one) => one.work)).size);
    expect(await count("span")).toBe(SAMPLE_SUBMISSIONS.reduce((sum, one) => sum + one.marks.length, 0));
    expect(await count("judgement")).toBe(SAMPLE_SUBMISSIONS.reduce((sum, one) => sum + Object.keys(one.judgements).length, 0));
    expect(await rows("SELECT state, count(*)::int AS n FROM assignment GROUP BY state")).toEqual([{ state: "submitted", n: SAMPLE_SUBMISSIONS.length }]);
    expect(await rows("SELECT role, count(*)::int AS n FROM member WHERE is_sample AND user_id IS NULL GROUP BY role ORDER BY role")).toEqual([{ role: "annotator", n: 3 }, { role: "coordinator", n: 1 }]);
  });

  it("has every quote at its place, and titles that are the headlines", async () => {
    expect(await count("span_part p JOIN revision r ON r.id = p.revision_id WHERE substr(r.text, p.start_offset + 1, p.end_offset - p.start_offset) <> p.quote")).toBe(0);
    expect((await rows<{ title: string }>("SELECT title FROM article ORDER BY title")).map((one) => one.title)).toEqual(SAMPLE_ARTICLES.map((one) => one.title).sort());
  });

  it("shows stance that is honest about its size, and exports all of its spans", async () => {
    const stance = await call(observer, "GET", `/projects/${project}/stance`);
    expect(stance.status).toBe(200);
    expect(stance.body["cells"].length).toBeGreaterThan(10);
    expect(stance.body["cells"].every((cell: { figure: { status: { level: string } } }) => cell.figure.status.level === "not_enough")).toBe(true);
    expect(stance.body["singles"]).toHaveLength(4);
    const lines = (await call(observer, "GET", `/projects/${project}/export/spans.jsonl`)).text.trim().split("\n");
    expect(lines).toHaveLength(SAMPLE_SUBMISSIONS.reduce((sum, one) => sum + one.marks.length, 0));
  });

  it("counts the headline of the re-published copy as the publisher's", async () => {
    const own = async (by: string, outlet: string, target: string): Promise<Record<string, number>> => {
      const { body } = await call(observer, "GET", `/projects/${project}/stance?by=${by}`);
      const named = (list: { id: string; name: string }[], name: string) => list.find((one) => one.name === name)?.id;
      const cell = body["cells"].find((one: { groupId: string; targetId: string }) => one.groupId === named(body["outlets"], outlet) && one.targetId === named(body["targets"], target));
      return cell?.counts.own;
    };
    expect(await own("outlet", "Coastwire", "Northlode Port Company")).toEqual({ advocacy: 0, neutral: 0, critical: 0 });
    expect(await own("publisher", "Quay Standard", "Northlode Port Company")).toEqual({ advocacy: 1, neutral: 0, critical: 0 });
    expect(await own("publisher", "Quay Standard", "Town council")).toEqual({ advocacy: 0, neutral: 0, critical: 2 });
  });
});
