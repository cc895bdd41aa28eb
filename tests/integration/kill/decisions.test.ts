// Two reviewers settle an article over HTTP while server and database are killed under them; afterwards every decision
// that was acknowledged is there, once, with everything that belongs to it, and none is half there.
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/kernel/id";
import { startKillable, type Killable } from "./database";
import { startServer, type KillableServer } from "./server";

const PARAGRAPHS = 60;
const WORDS = ["bungled", "rescued", "promised", "refused"];
const TEXT = ["Quay traders wait", ...Array.from({ length: PARAGRAPHS }, (_, n) => WORDS.map((word) => `In week ${n} the council ${word} the closure${n}${word}.`).join(" "))].join("\n");

/** What must never stand in a database after any crash; each query gives the rows that are wrong. */
const NEVER: readonly (readonly [string, string])[] = [
  ["settled decisions without a settled mark", "SELECT FROM decision d WHERE d.subject = 'cluster' AND d.outcome = 'settled' AND NOT EXISTS (SELECT FROM settled_span s WHERE s.project_id = d.project_id AND s.decision_id = d.id)"],
  ["settled marks without their words", "SELECT FROM settled_span s WHERE NOT EXISTS (SELECT FROM settled_part p WHERE p.project_id = s.project_id AND p.settled_span_id = s.id)"],
  ["settled words that do not stand in the text", "SELECT FROM settled_part p JOIN revision r ON r.project_id = p.project_id AND r.id = p.revision_id WHERE substr(r.text, p.start_offset + 1, p.end_offset - p.start_offset) <> p.quote"],
  ["decisions without the marks that they looked at", "SELECT FROM decision d WHERE d.subject = 'cluster' AND NOT EXISTS (SELECT FROM decision_span s WHERE s.project_id = d.project_id AND s.decision_id = d.id)"],
  ["marks with two decisions that stand", "SELECT s.span_id FROM decision_span s WHERE NOT EXISTS (SELECT FROM decision_replaced r WHERE r.project_id = s.project_id AND r.decision_id = s.decision_id) GROUP BY s.span_id HAVING count(*) > 1"],
  ["decisions without a line in the log", "SELECT FROM decision d WHERE NOT EXISTS (SELECT FROM audit_entry e WHERE e.project_id = d.project_id AND e.detail -> 'decisionIds' ? d.id::text)"],
  ["operations without their decision", "SELECT FROM operation o WHERE o.answer ? 'decisions' AND NOT EXISTS (SELECT FROM decision d WHERE d.project_id = o.project_id AND d.id::text = o.answer -> 'decisions' -> 0 ->> 'id')"],
  ["decisions out of their numbers", "SELECT article_id FROM decision GROUP BY article_id HAVING max(number) <> count(*)"],
];

type Cluster = { spans: { id: string; version: number; parts: object[] }[]; replaces: string[]; decision: { id: string } | null } & Record<string, unknown>;

let database: Killable | undefined;
let server: KillableServer | undefined;
let pool: pg.Pool;

beforeAll(async () => {
  database = await startKillable();
  // Before any module of the application reads the environment: this file has a cluster of its own.
  Object.assign(process.env, { DATABASE_URL: database.url, LOG_LEVEL: "silent" });
  pool = new pg.Pool({ connectionString: database.url, max: 1 });
  pool.on("error", () => {});
  server = await startServer(database.url);
});

afterAll(async () => {
  await server?.stop();
  await pool?.end();
  const { closeDatabase } = await import("@/lib/platform/database");
  await closeDatabase();
  await database?.stop();
});

const problems = async (sql: Pick<pg.ClientBase, "query">): Promise<string[]> => {
  const found: string[] = [];
  for (const [name, query] of NEVER) {
    const { rowCount } = await sql.query(query);
    if (rowCount) found.push(`${rowCount} ${name}`);
  }
  return found;
};

type Reviewing = { cookie: string; at: string; acknowledged: string[]; unanswered: number; wrong: string[] };

/** Sends one change under one operation id until it is answered; 409 is an answer here, since the other reviewer may have been first. */
async function send(who: Reviewing, path: string, body: object): Promise<{ status: number; body: Record<string, unknown> }> {
  const operation = newId();
  for (;;) {
    const answer = await fetch(`${server!.url}${who.at}${path}`, {
      method: "POST", headers: { cookie: who.cookie, "content-type": "application/json", origin: server!.url, "operation-id": operation }, body: JSON.stringify(body), signal: AbortSignal.timeout(10_000),
    }).then(async (got) => ({ status: got.status, body: (await got.json()) as Record<string, unknown> })).catch(() => undefined);
    if (answer !== undefined && answer.status !== 503) return answer;
    who.unanswered += 1;
    await sleep(30 + Math.random() * 50);
  }
}

/** Decides every cluster that is handed out, one after the other. */
async function review(who: Reviewing, next: () => Cluster | undefined): Promise<void> {
  for (let cluster = next(); cluster !== undefined; cluster = next()) {
    const { spans, replaces } = cluster;
    const [{ id: from, parts, ...mark }] = spans as [Cluster["spans"][number] & Record<string, unknown>];
    const codes = Object.fromEntries(["targetId", "framing", "voice", "attribution", "speaker", "directness", "device", "labelIds", "note"].map((key) => [key, (mark as Record<string, unknown>)[key]]));
    const id = newId();
    const { status, body } = await send(who, "/decisions", { id, spans: spans.map((span) => ({ id: span.id, version: span.version })), outcome: "settled", method: "adopted", from: [from], settled: [{ parts, ...codes }], replaces });
    if (status === 201) who.acknowledged.push(id);
    else who.wrong.push(`${status} ${JSON.stringify(body)}`);
  }
}

describe("decisions that are being stored while server and database are killed", () => {
  it("are all there when they were acknowledged, once and whole", async () => {
    const { makeBench, submitted } = await import("@/tests/factories/adjudication");
    const { sessionCookie } = await import("@/lib/accounts/server/credential");
    const bench = await makeBench(2, TEXT);
    // The bench makes the third paragraph chrome.
    const quotes = Array.from({ length: PARAGRAPHS }, (_, n) => WORDS.map((word) => `closure${n}${word}`)).filter((_, n) => n !== 2).flat();
    // The second leaves one word in four unmarked.
    for (const [i, who] of bench.annotators.entries()) await submitted(bench, who, quotes.filter((quote) => i === 0 || !quote.endsWith("refused")).map((quote) => ({ quote, framing: i === 0 ? "critical" : "neutral" })));
    const people = [bench.reviewer, bench.other].map((who): Reviewing => ({ cookie: `${sessionCookie()}=${who.session}`, at: `/api/v1${bench.at}`, acknowledged: [], unanswered: 0, wrong: [] }));
    const document = (await (await fetch(`${server!.url}/api/v1${bench.at}/adjudication`, { headers: { cookie: people[0]!.cookie } })).json()) as { clusters: Cluster[] };
    expect(document.clusters.length).toBeGreaterThan(150);
    const waiting = [...document.clusters];
    const work = Promise.all(people.map((who) => review(who, () => waiting.shift())));
    const done = () => people.reduce((sum, who) => sum + who.acknowledged.length, 0);
    for (const victim of [server!, database!, server!]) {
      for (const before = done(); waiting.length > 20 && done() < before + 20; ) await sleep(10);
      await sleep(Math.random() * 200);
      await victim.killAndRestart();
    }
    await work;
    expect(people.flatMap((who) => who.wrong)).toEqual([]);
    expect(people.reduce((sum, who) => sum + who.unanswered, 0)).toBeGreaterThan(0);
    expect(await problems(pool)).toEqual([]);
    const { rows } = await pool.query<{ id: string }>("SELECT id::text FROM decision");
    expect(rows.map(({ id }) => id).sort()).toEqual(people.flatMap((who) => who.acknowledged).sort());
    const { rows: kept } = await pool.query<{ undecided: number; version: number }>("SELECT undecided, version FROM adjudication");
    expect(kept).toEqual([{ undecided: 0, version: document.clusters.length + 1 }]);
  }, 90_000);
});

describe("the eyes that look for half a decision", () => {
  it.each([
    ["a settled mark that is gone", "DELETE FROM settled_span WHERE id = (SELECT min(id::text)::uuid FROM settled_span)", /without a settled mark/],
    ["words that are gone", "DELETE FROM settled_part WHERE settled_span_id = (SELECT min(settled_span_id::text)::uuid FROM settled_part)", /without their words/],
    ["marks that were looked at and are gone", "DELETE FROM decision_span WHERE decision_id = (SELECT min(decision_id::text)::uuid FROM decision_span)", /without the marks/],
    ["a decision that is gone", "DELETE FROM decision WHERE number = 1", /without their decision|out of their numbers/],
    ["a line of the log that is gone", "DELETE FROM audit_entry WHERE action = 'decision.made'", /without a line in the log/],
  ])("see %s", async (_name, damage, words) => {
    const client = await pool.connect();
    try {
      await client.query("BEGIN");
      expect((await client.query(damage)).rowCount).toBeGreaterThan(0);
      expect((await problems(client)).join("\n")).toMatch(words);
    } finally {
      await client.query("ROLLBACK");
      client.release();
    }
  });
});
