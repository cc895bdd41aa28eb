import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import path from "node:path";
import { expect } from "@playwright/test";

const ROOT = path.resolve(import.meta.dirname, "../../..");

/** This machine's address on a network, where it has one. */
export const ADDRESS = Object.values(networkInterfaces()).flatMap((list) => list ?? []).find((one) => one.family === "IPv4" && !one.internal && !one.address.startsWith("169.254."))?.address;

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, "0.0.0.0");
  await once(probe, "listening");
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, "close");
  return port;
};

/** A classroom: `npm start -- --lan` with data of its own. `said` is what it printed, `setupLink` where the first account is made; `end` asks it to end, `stop` takes its data away, too. */
export type Lan = { site: string; said: () => string; setupLink: () => string; end: () => Promise<void>; stop: () => Promise<void> };

/** Starts one at an address that is not loopback, where browsers keep back everything that needs a secure context. */
export async function startLan(more: Record<string, string> = {}): Promise<Lan> {
  const folder = mkdtempSync(path.join(tmpdir(), "slantwise-lan-"));
  chmodSync(folder, 0o711);
  const port = await freePort();
  const { DATABASE_URL: _, AUTH_SECRET: __, HOST: ___, PUBLIC_URL: ____, NEXTAUTH_URL: _____, ...env } = process.env;
  const server = spawn(process.execPath, ["scripts/start.mjs", "--lan"], { cwd: ROOT, env: { ...env, SLANTWISE_DATA_DIR: folder, PORT: String(port), ...more }, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
  await expect.poll(() => (server.exitCode === null ? said : `ended\n${said}`), { timeout: 280_000, message: "npm start -- --lan" }).toMatch(/Ctrl-C stops it|^ended/);
  const end = async (): Promise<void> => {
    if (server.exitCode !== null) return;
    server.kill("SIGTERM");
    await once(server, "exit");
  };
  const stop = async (): Promise<void> => {
    await end();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  return { site: `http://${ADDRESS}:${port}`, said: () => said, setupLink: () => readFileSync(path.join(folder, "setup-link"), "utf8").trim(), end, stop };
}
