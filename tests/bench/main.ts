// npm run bench [-- NAME …]: see docs/performance.md. Started by scripts/bench.ts.
import { build } from "@/scripts/launch/build";
import { generateClient } from "@/scripts/launch/client";
import { ensureDatabase } from "@/scripts/launch/cluster";
import { temporaryCluster } from "@/scripts/launch/temporary";
import { migrateDatabase } from "@/scripts/migrate/apply";
import { Problem } from "@/scripts/problem";
import { agreement } from "./agreement/agreement";
import { align } from "./align";
import { stanceCoverage } from "./stance-coverage";
import type { Line } from "./bed";
import { extract } from "./extract";
import { reader } from "./reader/reader";
import { table } from "./report";
import { buildToy } from "./toy";

const NAME = "bench";
const SECRET = "a secret that is only used by the measurements here";

/** Builds what is to be measured, runs the named measurements (all without names) on a database of their own. */
export async function main(asked: readonly string[]): Promise<void> {
  if (asked.length > 0 && asked.every((name) => name in ALONE)) return alone(asked);
  await generateClient();
  const cluster = await temporaryCluster();
  const toys: { remove(): void }[] = [];
  const clear = async () => {
    for (const toy of toys) toy.remove();
    await cluster.stop();
  };
  process.once("SIGTERM", () => void clear().finally(() => process.exit(1)));
  try {
    await ensureDatabase(cluster, NAME);
    await migrateDatabase(cluster.url(NAME));
    // Before any module of the application reads them.
    Object.assign(process.env, { NODE_ENV: "production", DATABASE_URL: cluster.url(NAME), AUTH_SECRET: SECRET, NEXTAUTH_SECRET: SECRET, PUBLIC_URL: "http://127.0.0.1:3000", LOG_LEVEL: "silent" });
    const { NAMES, run } = await import("./run");
    const names = NAMES.filter((name) => asked.length === 0 || asked.includes(name));
    if (names.length === 0) throw new Problem(`There is no such measurement. Name some of: ${NAMES.join(", ")}`);
    await build({ ...(process.env as Record<string, string>) }, () => console.log("Building the pages …"));
    const toy = buildToy();
    toys.push(toy);
    await run(cluster.url(NAME), SECRET, toy, names);
  } finally {
    await clear();
  }
}

/** What needs neither database nor server. */
const ALONE: Readonly<Record<string, () => Promise<Line[]>>> = { reader, extract, agreement, align, coverage: stanceCoverage };

async function alone(names: readonly string[]): Promise<void> {
  Object.assign(process.env, { NODE_ENV: "production" });
  const lines: Line[] = [];
  for (const name of names) {
    console.log(`Measuring: ${name} …`);
    lines.push(...((await ALONE[name]?.()) ?? []));
  }
  console.log(`\n${table(lines, null)}`);
}
