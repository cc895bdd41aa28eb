import { beforeEach, describe, expect, it } from "vitest";
import { rows } from "@/lib/platform/database";
import { randomFrom } from "@/lib/kernel/random";
import { call } from "@/tests/factories/call";
import { addArticle, addMember, addTarget, assign, makeProject, type TestArticle, type TestMember } from "@/tests/factories/world";
import { truncateAll } from "@/tests/support/database";
import { readUnitsCsv } from "@/tests/support/agreement/naive";
import { expectSame, NONE } from "@/tests/support/agreement/expect-same";
import { recomputed } from "@/tests/support/agreement/recompute";
import { newId } from "@/lib/kernel/id";

const TEXT = "Ferries wait 🚢\nThe council bungled the closure, traders said on Friday, and a bold mayor waved.\nRead also: a menu\nThe tide came in and went out again.";

let project: string, lead: TestMember, people: TestMember[], targets: string[];
const ask = async (query = "") => (await call(lead, "GET", `/projects/${project}/agreement${query}`)).body;

beforeEach(async () => {
  await truncateAll();
  project = await makeProject();
  lead = await addMember(project, "coordinator");
  people = [await addMember(project, "annotator"), await addMember(project, "annotator"), await addMember(project, "annotator")];
  targets = [await addTarget(project, "Council"), await addTarget(project, "Mayor")];
});

const points = [...TEXT];
const random = randomFrom(11n);

/** Marks some places at random, in blocks that can be marked, and submits. */
async function read(who: TestMember, article: TestArticle, marks: number): Promise<void> {
  const assignment = await assign(who, article);
  const path = `/projects/${project}/assignments/${assignment}`;
  const [menu, after] = [points.indexOf("\n", points.indexOf("\n") + 1), points.lastIndexOf("\n")];
  for (let made = 0; made < marks; ) {
    const start = random.below(points.length - 12);
    const end = start + 3 + random.below(9);
    const quote = points.slice(start, end).join("");
    if ((start < after && end > menu) || quote.includes("\n") || quote.trim() === "") continue;
    const sent = await call(who, "POST", `${path}/spans`, { id: newId(), revisionId: article.revisionId, parts: [{ start, end, quote }], targetId: targets[random.below(2)], framing: ["critical", "neutral", "advocacy"][random.below(3)], voice: "own" });
    expect(sent.status, sent.text).toBe(201);
    made += 1;
  }
  for (const target of targets) await call(who, "PUT", `${path}/judgements/${target}`, { version: 0, value: [-2, -1, 0, 1, "unclear"][random.below(5)] });
  expect((await call(who, "POST", `${path}/submit`, { version: 1, confirmEmpty: true })).status).toBe(200);
}

describe("the page's figures", () => {
  it("are those that another program counts from units.csv, emoji, chrome, copies and all", async () => {
    const originals = [await addArticle(project, TEXT, { kinds: { 2: "chrome" } }), await addArticle(project, TEXT, { kinds: { 2: "chrome" } }), await addArticle(project, TEXT, { kinds: { 2: "chrome" } })];
    const articles = [...originals, await addArticle(project, TEXT, { kinds: { 2: "chrome" }, workId: originals[0]!.workId })];
    for (const article of articles) for (const who of people) await read(who, article, random.below(4) + (who === people[0] ? 1 : 0));
    const again = recomputed(readUnitsCsv((await call(lead, "GET", `/projects/${project}/agreement/units.csv`)).text), targets);
    const [place, framing, target, judgement] = [await ask("?layer=place"), await ask(), await ask("?layer=target"), await ask("?layer=judgement")] as never as import("@/lib/agreement/report").Report[];
    expect(place!.counts).toMatchObject({ sharedArticles: 4, works: 3, submissions: 12 });
    expect(place!.headline.units).toBe(4 * (14 + 80 + 36));
    expectSame(place!.headline, again.place(), "place");
    expectSame(framing!.headline, again.framing("ordinal"), "framing");
    framing!.perTarget.forEach((line) => expectSame(line, again.framing("ordinal", { target: line.key }), "per target"));
    framing!.pairs.forEach(({ a, b, figure }) => expectSame({ figure, interval: NONE }, { ...again.framing("ordinal", { only: [a, b] }), low: null, high: null }, "pair"));
    expectSame(target!.headline, again.target(), "target");
    expectSame(judgement!.headline, again.judgement(), "judgement");
    expect(place!.costly.flatMap(({ passages }) => passages).every(({ start, end, quote }) => points.slice(start, end).join("") === quote)).toBe(true);
  });
});

describe("a report that is kept", () => {
  it.each([
    ["a title", "UPDATE article SET title = 'Other' WHERE project_id = $1"], ["a work joined to another", "UPDATE article SET work_id = (SELECT min(work_id::text)::uuid FROM article WHERE project_id = $1) WHERE project_id = $1"],
    ["peers seen", "UPDATE assignment SET peers_seen_at = now() WHERE project_id = $1"], ["a pseudonym", "UPDATE member SET pseudonym = pseudonym || '!' WHERE project_id = $1"], ["a target's name", "UPDATE target SET name = name || '!' WHERE project_id = $1"],
    ["the reveal", "UPDATE project SET revealed_at = now() WHERE id = $1"], ["a key", "INSERT INTO answer_key (project_id, article_id, revision_id, codebook_version_id, content) SELECT a.project_id, a.id, a.current_revision_id, (SELECT id FROM codebook_version WHERE project_id = $1), '{}' FROM article a WHERE a.project_id = $1"],
    ["a purged submission", "DELETE FROM submission WHERE project_id = $1 AND assignment_id = (SELECT min(assignment_id::text)::uuid FROM submission WHERE project_id = $1)"],
  ])("is computed anew after a change of %s", async (_, sql) => {
    const article = await addArticle(project, TEXT);
    for (const who of people) await read(who, article, 1);
    const before = await ask();
    expect(await ask()).toEqual(before);
    await rows(sql, [project]);
    expect((await ask())["dataVersion"]).not.toBe(before["dataVersion"]);
  });

  it("is never one that a submission overtook, however many submit while it is computed", async () => {
    const articles: TestArticle[] = [];
    for (let n = 0; n < 6; n++) articles.push(await addArticle(project, TEXT));
    for (const who of people.slice(0, 2)) await read(who, articles[0]!, 1);
    let writing = true;
    const seen = new Map<string, string>();
    const look = async (): Promise<void> => {
      while (writing) {
        const report = await ask("?layer=place");
        const figures = JSON.stringify([report["counts"], report["headline"], report["leftOut"]]);
        expect(seen.get(report["dataVersion"]) ?? figures).toBe(figures);
        seen.set(report["dataVersion"], figures);
      }
    };
    const looking = [look(), look(), look()];
    await Promise.all(people.slice(0, 2).map(async (who) => {
      for (const article of articles.slice(1)) {
        await read(who, article, 2);
        const [{ n } = { n: 0 }] = await rows<{ n: number }>("SELECT count(*)::int AS n FROM (SELECT article_id FROM assignment WHERE project_id = $1 AND first_submitted_at IS NOT NULL GROUP BY 1 HAVING count(*) > 1) x", [project]);
        expect((await ask("?layer=place"))["counts"].sharedArticles).toBeGreaterThanOrEqual(n);
      }
    }));
    writing = false;
    await Promise.all(looking);
    expect(seen.size).toBeGreaterThan(1);
    expect((await ask("?layer=place"))["counts"]).toMatchObject({ sharedArticles: 6, spans: 22, submissions: 12 });
  });
});
