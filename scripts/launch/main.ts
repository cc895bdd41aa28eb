// The second half of npm start; scripts/start.mjs has seen to Node and the packages and holds our IPC channel.
import { setTimeout as sleep } from "node:timers/promises";
import QRCode from "qrcode";
import { chooseAddress, type Address } from "@/scripts/launch/address";
import { build } from "@/scripts/launch/build";
import { startChild, typescript, type Child } from "@/scripts/launch/child";
import { generateClient } from "@/scripts/launch/client";
import { dataFolder, secretsOf } from "@/scripts/launch/data-folder";
import { startEmbedded } from "@/scripts/launch/embedded";
import { childEnvironment } from "@/scripts/launch/environment";
import { checkSecret, checkServer } from "@/scripts/launch/external";
import { loadSample, setupLink } from "@/scripts/launch/first-steps";
import { takeLock } from "@/scripts/launch/lock";
import { numberedSteps } from "@/scripts/launch/steps";
import { stopsInOrder } from "@/scripts/launch/stop";
import { keepRunning, type Running } from "@/scripts/launch/supervise";
import { migrateDatabase } from "@/scripts/migrate/apply";
import { messageOf, Problem } from "@/scripts/problem";

const steps = numberedSteps(2, 8);
const stops = stopsInOrder();

function options(args: readonly string[]): { dev: boolean; lan: boolean } {
  const unknown = args.find((arg) => arg !== "--dev" && arg !== "--lan");
  if (unknown !== undefined) throw new Problem(`"${unknown}" is not known. Use: npm start, npm start -- --lan, npm run dev`);
  return { dev: args.includes("--dev"), lan: args.includes("--lan") };
}

/** The database to use: that of DATABASE_URL, checked, or the embedded one, started and kept running. */
async function database(folder: string): Promise<{ url: string; secret: string; embedded: boolean; said: string }> {
  const url = process.env["DATABASE_URL"] || undefined;
  if (url !== undefined) {
    const secret = checkSecret(process.env["AUTH_SECRET"]);
    await checkServer(url);
    return { url, secret, embedded: false, said: "your own, in order" };
  }
  const given = process.env["AUTH_SECRET"] || undefined;
  const secret = given === undefined ? secretsOf(folder).authSecret : checkSecret(given);
  const embedded = await startEmbedded(folder, steps);
  const first = embedded.cluster;
  const running = (cluster: typeof first): Running => ({
    ended: cluster.ended.then(() => `see ${folder}/postgres.log`),
    stop: () => cluster.stop(),
    kill: () => process.kill(cluster.pid, "SIGQUIT"),
  });
  const kept = keepRunning({
    name: "The database",
    first: running(first),
    again: async () => running(await embedded.again()),
    lost: (reason) => void stops.all(`${reason}.`, 1),
  });
  stops.last(kept);
  return { url: embedded.url, secret, embedded: true, said: `ready, port ${first.port}` };
}

async function answers(address: Address, child: Child): Promise<void> {
  let over: string | undefined;
  void child.ended.then((word) => (over = word));
  const end = Date.now() + 60_000;
  let seen = "no answer";
  while (Date.now() < end && over === undefined) {
    try {
      const response = await fetch(`${address.probe}/api/v1/health`, { signal: AbortSignal.timeout(5000) });
      if (response.status < 500) return;
      seen = `${response.status} ${(await response.text()).slice(0, 300)}`;
    } catch {
      // Not listening yet.
    }
    await sleep(40);
  }
  throw new Problem(`The server did not come up (${over ?? seen}):\n${child.said()}`);
}

/** Starts a child and keeps it; what it prints is held back until it is up. */
async function serve(name: string, args: readonly string[], env: Record<string, string>, ready: (child: Child) => Promise<void>): Promise<void> {
  let quiet = true;
  const start = (isQuiet: () => boolean) => startChild({ args, env, quiet: isQuiet });
  const child = start(() => quiet);
  const kept = keepRunning({
    name,
    first: child,
    again: async () => start(() => false),
    lost: (reason) => void stops.all(`${reason}.`, 1),
  });
  stops.first(kept);
  await ready(child);
  quiet = false;
}

async function main(): Promise<void> {
  const { dev, lan } = options(process.argv.slice(2));
  const folder = dataFolder();
  const lock = takeLock(folder, dev ? "npm run dev" : "npm start");
  stops.afterwards(() => lock.release());
  const address = await chooseAddress({ lan, wait: lock.wasAbandoned });

  steps.begin("Database client");
  steps.done((await generateClient()) ? "generated" : "in place");

  steps.begin("Database");
  const { url, secret, embedded, said } = await database(folder);
  lock.update({ doing: dev ? "npm run dev" : "npm start", url: address.url, databaseUrl: url });
  steps.done(said);

  steps.begin("Migrations");
  const applied = await migrateDatabase(url);
  steps.done(applied.length === 0 ? "none to apply" : `${applied.length} applied`);
  const env = childEnvironment({ databaseUrl: url, secret, address, dataFolder: folder, lan, dev });

  steps.begin("Pages");
  if (dev) steps.done("built as you open them");
  else steps.done((await build(env, () => steps.note("building, about a minute"))) ? "built" : "built before");

  steps.begin("Sample project");
  steps.done(embedded ? await loadSample(url, env) : "not for a database of your own");

  steps.begin("Worker");
  await serve("The worker", typescript("scripts/worker.ts"), env, async () => {});
  steps.done("started");

  steps.begin("Server");
  await serve("The server", [...typescript("scripts/serve.ts"), ...(dev ? ["--dev"] : [])], env, (child) => answers(address, child));
  steps.done("ready");

  const link = await setupLink(url, address.url, folder);
  console.log(`\nSlantwise is at ${address.url}`);
  if (lan) console.log(`\n${await QRCode.toString(address.url, { type: "terminal", small: true })}`);
  if (link !== undefined) console.log(`Make the first account here, once, within an hour:\n  ${link}`);
  console.log("Ctrl-C stops it.");
}

stops.listen();
try {
  await main();
} catch (error) {
  steps.broken();
  await stops.all(error instanceof Problem ? error.message : `Slantwise could not start: ${error instanceof Error ? (error.stack ?? "") : messageOf(error)}`, 1);
}
