import { refreshArticles } from "@/lib/annotations/server/rollup/refresh";
import { row, rows, transaction } from "@/lib/platform/database";
import { DEFAULT_STANCE, type StanceChoice } from "@/lib/stance/choice";
import { readSums, recompute } from "@/lib/stance/server/sums";
import type { GroupSums } from "@/lib/stance/sums";
import type { Bed, Line } from "./bed";
import { Client } from "./http";
import { makeStanceStudy, type StanceStudy } from "./stance-world";
import { interleaved, median, middleTime } from "./statistics";

const ARTICLES = 20_000;
const VISITS = 3;

async function whole(client: Client, path: string): Promise<number> {
  const taken: number[] = [];
  for (let visit = 0; visit < VISITS; visit += 1) taken.push((await client.send(path)).whole);
  return median(taken);
}

const SLOWER = (setId: string): readonly [string, string][] => [
  ["genre", "genre=news"], ["days", "from=2020-06-01"], ["device", "device=words"], ["blind", "source=hidden"], ["codebook", "codebook=1"], ["set", `set=${setId}`], ["children", "children=1"], ["publisher", "by=publisher"], ["judgements", "measured=judgements"],
];

const values = (group: GroupSums | undefined): number[] => [group?.own, group?.quoted, group?.all, group?.rate].flatMap((one) => (one ? [one.n, one.mean, one.variance, one.min, one.max] : [Number.NaN]));

/** How far the stored figures and those computed from every mark are apart at most; Infinity where one has what the other has not. */
function apart(kept: readonly GroupSums[], anew: readonly GroupSums[]): number {
  const byKey = new Map(anew.map((group) => [`${group.groupId} ${group.targetId}`, group]));
  if (kept.length !== anew.length || kept.length === 0) return Infinity;
  return Math.max(...kept.flatMap((group) => { const other = values(byKey.get(`${group.groupId} ${group.targetId}`)); return values(group).map((value, i) => (Object.is(value, other[i]) ? 0 : Math.abs(value - (other[i] ?? Infinity)))); }));
}

async function recomputed({ actor }: StanceStudy): Promise<Line[]> {
  const choice: StanceChoice = DEFAULT_STANCE;
  const begun = performance.now();
  const anew = await recompute(actor, choice);
  const whole = performance.now() - begun;
  const distance = apart((await readSums(actor, choice)).groups, anew.groups);
  if (!(distance <= 1e-12)) throw new Error(`stored figures and those from the marks are ${distance} apart`);
  const span = await row<{ id: string; articleId: string }>('SELECT id, article_id AS "articleId" FROM span WHERE project_id = $1 LIMIT 1', [actor.projectId]);
  let turn = 0;
  const one = await middleTime(5, async () => {
    await rows("UPDATE span SET framing = $3 WHERE project_id = $1 AND id = $2", [actor.projectId, span?.id, ["advocacy", "critical"][(turn += 1) % 2]]);
    await transaction((tx) => refreshArticles(actor, [span?.articleId ?? ""], tx));
    await readSums(actor, choice);
  });
  return [{ what: `Figure after one more mark (stored and recomputed ${distance.toExponential(0)} apart)`, unit: "×", goal: { atMost: 0.05 }, reference: `${whole.toFixed(0)} ms, from all marks as one statement`, ours: `${one.toFixed(0)} ms`, value: one / whole }];
}

/** The stance page of 1,000,000 marks under the default choice and under others, against an empty dynamic page; the whole figure from the marks; and the figure after one more mark. */
export async function stance(bed: Bed): Promise<Line[]> {
  console.log(`Loading ${ARTICLES.toLocaleString("en")} articles with 50 marks each …`);
  return measured(bed, await makeStanceStudy(ARTICLES));
}

/** The same of a study that is there already. */
export async function measured({ server, empty }: Pick<Bed, "server" | "empty">, study: StanceStudy): Promise<Line[]> {
  const client = new Client(server.url, { cookie: study.cookie });
  const page = async (what: string, query: string, atMost: number): Promise<Line[]> => {
    const path = `/p/${study.projectId}/stance?${query}`;
    const pair = await interleaved(() => whole(empty, "/"), () => whole(client, path));
    const anew = await middleTime(VISITS, async () => {
      // As whoever submits does: what the server remembers is of no use any more.
      await rows("UPDATE rollup_clock SET n = n + 1 WHERE project_id = $1", [study.projectId]);
      await client.send(path);
    });
    const line = (when: string, ours: number): Line => ({ what: `Stance page, ${what}${when}`, unit: "×", goal: { atMost }, drift: pair.drift, reference: `${pair.reference.toFixed(1)} ms, empty dynamic page`, ours: `${ours.toFixed(1)} ms`, value: ours / pair.reference });
    return [line("", pair.ours), line(", first visit after a change", anew)];
  };
  try {
    const lines = await page("default choice", "", 2.5);
    for (const [what, query] of SLOWER(study.setId)) lines.push(...(await page(what, query, 30)));
    return [...lines, ...(await recomputed(study))];
  } finally {
    client.close();
  }
}
