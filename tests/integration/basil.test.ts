import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type MemberActor, memberOf } from "@/lib/accounts/server/actor";
import { comparison } from "@/lib/compare/server/document";
import { invariant } from "@/lib/kernel/errors";
import { row, rows } from "@/lib/platform/database";
import { DEFAULT_STANCE } from "@/lib/stance/choice";
import { readCard } from "@/lib/stance/server/read-card";
import { readStanceTable } from "@/lib/stance/server/stance";
import { readBasil } from "@/scripts/basil/folder";
import { loadBasil } from "@/scripts/basil/load";
import { checkData } from "@/scripts/check/run";
import { makePerson } from "@/tests/factories/world";
import { truncateAll } from "@/tests/support/database";

const BASIL = path.resolve(import.meta.dirname, "../../../shared/data/basil");

// What follows up to `spans` is written from BASIL's own description alone, apart from the loader.
type Phrase = { target: string; polarity: string; quote: string; aim: string; bias: string; txt: string };
const json = (file: string) => JSON.parse(readFileSync(path.join(BASIL, file), "utf8"));
const names = existsSync(BASIL) ? readdirSync(path.join(BASIL, "articles"), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".json")) : [];
const OUTLET: Record<string, string> = { nyt: "The New York Times", fox: "Fox News", hpo: "HuffPost" };
const spans = names.flatMap((name) => {
  const { source, "triplet-uuid": event } = json(`articles/${name}`);
  return json(`annotations/${name.replace(".json", "_ann.json")}`)["phrase-level-annotations"].map((one: Phrase) => ({ ...one, event: event as string, article: path.basename(name, ".json"), outlet: OUTLET[source.toLowerCase()]!, about: one.target.replaceAll("_", " ").toLowerCase() }));
}) as (Phrase & { event: string; article: string; outlet: string; about: string })[];

const tally = (keys: readonly string[]): Record<string, number> => keys.reduce<Record<string, number>>((all, key) => ({ ...all, [key]: (all[key] ?? 0) + 1 }), {});
const TEN = Object.entries(tally(spans.map((one) => one.about))).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 10).map(([name]) => name);

/** P(|T| ≤ t) with ν degrees of freedom, by the finite sums of Abramowitz & Stegun 26.7.3 and 26.7.4. */
function within(t: number, df: number): number {
  const angle = Math.atan(t / Math.sqrt(df));
  let [term, sum] = df % 2 === 0 ? [1, 1] : [Math.cos(angle), Math.cos(angle)];
  for (let k = df % 2 === 0 ? 2 : 3; k <= df - 2; k += 2) sum += term *= (Math.cos(angle) ** 2 * (k - 1)) / k;
  if (df % 2 === 0) return Math.sin(angle) * sum;
  return (2 / Math.PI) * (angle + (df === 1 ? 0 : Math.sin(angle) * sum));
}
function t975(df: number): number {
  let [low, high] = [0, 100];
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    if (within(middle, df) < 0.95) low = middle;
    else high = middle;
  }
  return low;
}

/** The project's own rules in plain words: articles with a span about the target; of each the direct spans in the voice, 0 where there is none; mean and t interval over articles. */
function figure(outlet: string, about: string, quotes: readonly string[]) {
  const here = spans.filter((one) => one.outlet === outlet && one.about === about);
  const values = [...new Set(here.map((one) => one.article))].map((article) => {
    const signs = here.filter((one) => one.article === article && one.aim === "dir" && quotes.includes(one.quote)).map((one) => (one.polarity === "pos" ? 1 : -1));
    return signs.length === 0 ? 0 : signs.reduce((a: number, b) => a + b, 0) / signs.length;
  });
  const n = values.length;
  const mean = values.reduce((a, b) => a + b, 0) / n;
  const half = t975(n - 1) * Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1) / n);
  return { n, points: values.sort(), mean: n < 3 ? null : mean, interval: n < 3 || half === 0 ? null : [Math.max(-1, mean - half), Math.min(1, mean + half)] };
}

/** BASIL (Fan et al. 2019) as a project: what it holds, and the three outlets' figures, held against its files. */
describe.skipIf(names.length === 0)("BASIL, loaded as adjudicated", () => {
  let actor: MemberActor;
  let study: Awaited<ReturnType<typeof loadBasil>>;
  const load = () => loadBasil(readBasil(BASIL), null);

  beforeAll(async () => {
    await truncateAll();
    const person = await makePerson("Lead");
    const began = performance.now();
    study = await load();
    console.info(`loaded in ${((performance.now() - began) / 1000).toFixed(1)} s`);
    const { member } = await memberOf({ session: person.session, address: "" }, study.projectId);
    invariant(member, "whoever loads it is a member");
    actor = member;
  }, 300_000);

  it("has every article, event and span of the files, and nobody's submissions", async () => {
    expect(spans).toHaveLength(1726);
    expect(study.loaded).toMatchObject({ articles: { made: 300, known: 0 }, spans: 1726, outlets: expect.arrayContaining(Object.values(OUTLET)) });
    expect(study.study.left.filter(({ kind }) => kind.startsWith("phrases"))).toEqual([]);
    expect(await row(
      `SELECT (SELECT count(*)::int FROM article) AS articles, (SELECT count(*)::int FROM article_set WHERE kind = 'event') AS events, (SELECT count(*)::int FROM article_set_item) AS items, (SELECT count(*)::int FROM settled_span) AS spans,
         (SELECT count(*)::int FROM adjudication WHERE state = 'settled') AS settled, (SELECT count(*)::int FROM assignment) AS assignments, (SELECT count(*)::int FROM member) AS members, (SELECT count(*)::int FROM target) AS targets`,
    )).toEqual({ articles: 300, events: 100, items: 300, spans: 1726, settled: 300, assignments: 0, members: 1, targets: new Set(spans.map((one) => one.about)).size });
  });

  it("has the same spans per outlet, polarity and quote as its files", async () => {
    const stored = await rows<{ key: string; n: number }>(
      `SELECT concat_ws(' ', o.name, z.framing, z.voice, z.device, z.directness) AS key, count(*)::int AS n FROM settled_span z JOIN article ar ON ar.project_id = z.project_id AND ar.id = z.article_id JOIN outlet o ON o.project_id = ar.project_id AND o.id = ar.outlet_id GROUP BY 1`,
    );
    const word: Record<string, string> = { pos: "advocacy", neg: "critical", yes: "quoted", no: "own", lex: "words", inf: "facts", dir: "direct" };
    expect(Object.fromEntries(stored.map(({ key, n }) => [key, n]))).toEqual(tally(spans.map((one) => [one.outlet, word[one.polarity], word[one.quote], word[one.bias], word[one.aim] ?? "indirect"].join(" "))));
    const quotes = await rows<{ quote: string }>("SELECT quote FROM settled_part");
    expect(quotes.map(({ quote }) => quote).sort()).toEqual(spans.map((one) => one.txt).sort());
  });

  it.each([["own", ["no"]], ["quoted", ["yes"]], ["all", ["no", "yes"]]] as const)("has the figures of the ten most coded targets, %s voice, as a plain computation has them", async (voice, quotes) => {
    const table = await readStanceTable(actor, { ...DEFAULT_STANCE, voice });
    expect(table.targets.map(({ name }) => name.toLowerCase()).sort()).toEqual([...TEN].sort());
    let held = 0;
    for (const target of table.targets) {
      for (const outlet of table.outlets) {
        const cell = table.cells.find((one) => one.groupId === outlet.id && one.targetId === target.id);
        const plain = figure(outlet.name, target.name.toLowerCase(), quotes);
        expect(cell?.works ?? 0, `${outlet.name} on ${target.name}`).toBe(plain.n);
        if (cell === undefined) continue;
        held += 1;
        expect(cell).toMatchObject({ articles: plain.n, settledArticles: plain.n, sharedWorks: plain.n, annotators: 0 });
        expect(cell.figure.status.level).toBe(plain.n < 5 ? "not_enough" : plain.n < 20 ? "tentative" : "enough");
        const { mean, interval } = cell.figure;
        if (plain.mean === null) expect([mean.value, cell.points.map(({ value }) => value).sort()]).toEqual([null, plain.points]);
        else expect(Math.abs((mean.value ?? NaN) - plain.mean)).toBeLessThan(1e-9);
        if (plain.interval === null) expect(interval.value).toBeNull();
        else for (const [i, end] of ([interval.value?.low, interval.value?.high] as const).entries()) expect(Math.abs((end ?? NaN) - plain.interval[i]!)).toBeLessThan(1e-9);
        console.info(`${voice}: ${outlet.name} on ${target.name}: n ${plain.n}, ${plain.mean?.toFixed(3) ?? "points"} ${plain.interval?.map((end) => end.toFixed(3)).join(" to ") ?? "no interval"} (${cell.figure.status.level})`);
      }
    }
    expect(held).toBeGreaterThanOrEqual(20);
  });

  it("says on the card that a span addresses, that all is adjudicated and by nobody here, and how it was sampled", async () => {
    const table = await readStanceTable(actor, DEFAULT_STANCE);
    const target = table.targets.find(({ name }) => name.toLowerCase() === TEN[0])!;
    const outlet = table.outlets.find(({ name }) => name === OUTLET["nyt"])!;
    const card = await readCard(actor, DEFAULT_STANCE, { groupId: outlet.id }, target.id);
    expect(card).toMatchObject({ addressedBy: "marked", settledShare: { value: 1 }, cell: { annotators: 0 }, agreement: { figure: { value: null }, annotators: 0 }, adjusted: { value: null }, dates: { from: expect.stringMatching(/^201\d-/u), without: 0 } });
    expect(card.sampling).toContain("100 events");
    const { n } = figure(OUTLET["nyt"]!, TEN[0]!, ["no"]);
    for (const sentence of ["An article counts where a mark is about the target or the coordinator said that it addresses it.", `its settled record stands in place of its annotators (${n} of ${n})`]) expect(card.methods.join(" ")).toContain(sentence);
  });

  it("shows the three articles of an event side by side, with their settled marks", async () => {
    const event = Object.entries(tally(spans.map((one) => one.event))).sort((a, b) => b[1] - a[1])[0]![0];
    const set = await row<{ id: string }>("SELECT i.set_id AS id FROM article_set_item i JOIN article ar ON ar.project_id = i.project_id AND ar.id = i.article_id WHERE ar.external_key LIKE $1 || '%' LIMIT 1", [event]);
    const shown = await comparison(actor, set!.id, { articleIds: [], order: "free", marks: true });
    expect(shown.columns.map(({ outlet }) => outlet?.name).sort()).toEqual(Object.values(OUTLET).sort());
    expect(shown.columns.map(({ layer }) => layer)).toEqual(["settled", "settled", "settled"]);
    expect(Object.fromEntries(shown.columns.map(({ outlet, marks }) => [outlet?.name, marks.length]))).toEqual(tally(spans.filter((one) => one.event === event).map((one) => one.outlet)));
    expect(shown.rows.some((one) => one.cells.length > 1 && !one.headlines)).toBe(true);
    expect(shown.rows.some((one) => one.cells.length === 1)).toBe(true);
  });

  it("changes nothing when it is loaded again, and holds together", async () => {
    const again = await load();
    expect(again).toMatchObject({ projectId: study.projectId, loaded: { articles: { made: 0, known: 300 }, targets: [], events: [], spans: 0 } });
    expect(await row("SELECT count(*)::int AS n FROM decision")).toEqual({ n: 2026 });
    expect(await checkData(process.env["DATABASE_URL"] ?? "")).toEqual([]);
  }, 120_000);
});
