import { writeFileSync } from "node:fs";
import { typescript } from "@/scripts/launch/child";
import { closeDatabase, row } from "@/lib/platform/database";
import { agreement } from "./agreement/agreement";
import { agreementPage } from "./agreement/page";
import { align } from "./align";
import { annotatePage } from "./annotate-page";
import { assignArticles } from "./assign-articles";
import { articleJson } from "./article-json";
import type { Bed, Line } from "./bed";
import { classLive } from "./class";
import { decideInServer } from "./decide";
import { extract } from "./extract";
import { firstPaint } from "./first-paint";
import { Client } from "./http";
import { memory } from "./memory";
import { progressPage } from "./progress-page";
import { startProgram, type Program } from "./programs";
import { reader } from "./reader/reader";
import { importGrowth } from "./import/growth";
import { importMemory } from "./import/memory";
import { importVolume } from "./import/volume";
import { keep, table } from "./report";
import { scriptSize } from "./script-size";
import { stance } from "./stance";
import { stanceCoverage } from "./stance-coverage";
import { search } from "./search";
import { saveInServer } from "./save-in-server";
import { saveOverHttp } from "./save-over-http";
import type { Toy } from "./toy";
import { loadArticles, makeWorld } from "./world";

/** The measurements that can be asked for by name. */
export const NAMES = ["save", "page", "json", "paint", "reader", "extract", "script", "assign", "memory", "progress", "import", "grow", "import-memory", "search", "agreement", "agreement-page", "decide", "align", "coverage", "stance", "class"] as const;
export type Name = (typeof NAMES)[number];

const ARTICLES = 20_000;
const TOY = "tests/bench/serve-toy.ts";

async function measure(bed: Bed, names: readonly Name[]): Promise<Line[]> {
  const lines: Line[] = [];
  const take = async (name: Name, work: () => Promise<Line[]>) => {
    if (!names.includes(name)) return;
    console.log(`Measuring: ${name} …`);
    lines.push(...(await work()));
  };
  await take("save", async () => {
    const inServer = await saveInServer(bed);
    return [inServer, await saveOverHttp(bed, inServer.milliseconds)];
  });
  await take("page", async () => [await annotatePage(bed)]);
  await take("json", async () => [await articleJson(bed)]);
  await take("paint", () => firstPaint(bed));
  await take("reader", reader);
  await take("extract", extract);
  await take("script", () => scriptSize(bed));
  await take("assign", () => assignArticles(bed));
  await take("memory", async () => [await memory(bed)]);
  await take("progress", () => progressPage(bed));
  await take("import", () => importVolume(bed));
  await take("grow", () => importGrowth(bed));
  await take("import-memory", () => importMemory(bed));
  await take("search", search);
  await take("agreement", agreement);
  await take("agreement-page", () => agreementPage(bed));
  await take("align", align);
  await take("decide", async () => [await decideInServer(bed)]);
  await take("coverage", stanceCoverage);
  await take("stance", () => stance(bed));
  await take("class", () => classLive(bed));
  return lines;
}

/** Fills the database, starts the three programs, measures, prints the table; a whole run is also kept in docs/performance.md. */
export async function run(databaseUrl: string, secret: string, toy: Toy, names: readonly Name[]): Promise<boolean> {
  const programs: Program[] = [];
  const clients: Client[] = [];
  try {
    console.log(`Loading ${ARTICLES.toLocaleString("en")} articles …`);
    await loadArticles(ARTICLES);
    const world = await makeWorld();
    const env = { DATABASE_URL: databaseUrl, AUTH_SECRET: secret, NEXTAUTH_SECRET: secret };
    const begin = async (...start: Parameters<typeof startProgram>) => {
      const program = await startProgram(...start);
      programs.push(program);
      return program;
    };
    const server = await begin("scripts/serve.ts", env, "/api/v1/health");
    const worker = await begin("scripts/worker.ts", env);
    const ours = new Client(server.url, { cookie: world.cookie });
    clients.push(ours);
    const path = `/api/v1/projects/${world.projectId}/assignments/${world.marked.assignmentId}/document`;
    writeFileSync(toy.constant, await (await fetch(server.url + path, { headers: { cookie: world.cookie } })).text());
    // The reference runs with the heap that Node gives it.
    const beside = await begin(TOY, { TOY_FOLDER: toy.folder, TOY_CONSTANT: toy.constant }, "/api/empty", typescript(TOY, []));
    const empty = new Client(beside.url);
    clients.push(empty);
    const lines = await measure({ databaseUrl, world, server, worker, toy: beside, ours, empty }, names);
    const version = await row<{ version: string }>("SELECT split_part(current_setting('server_version'), ' ', 1) AS version");
    const text = table(lines, version?.version ?? "");
    console.log(`\n${text}`);
    if (names.length === NAMES.length) keep(text);
    return true;
  } finally {
    for (const client of clients) client.close();
    await Promise.allSettled(programs.map((program) => program.stop()));
    await closeDatabase();
  }
}
