import { setTimeout as sleep } from "node:timers/promises";
import { isBuilt } from "@/scripts/launch/build";
import { startChild, typescript, type Child } from "@/scripts/launch/child";
import { freePort } from "@/scripts/launch/ports";

/** The server process of the kill test. */
export interface KillableServer {
  readonly url: string;
  /** What runs: the server that people get, or the API alone where these pages are not built. */
  readonly program: string;
  /** SIGKILL. */
  kill(): Promise<void>;
  /** A fresh process on the same port, after `kill`. */
  restart(): Promise<void>;
  /** Both. */
  killAndRestart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts it on a free port and waits until it is healthy. */
export async function startServer(databaseUrl: string): Promise<KillableServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const program = isBuilt() ? "scripts/serve.ts" : "tests/integration/kill/api-server.ts";
  const secret = "a secret that is only used by the tests of this project";
  const env = {
    DATABASE_URL: databaseUrl, AUTH_SECRET: secret, NEXTAUTH_SECRET: secret, PUBLIC_URL: url, NEXTAUTH_URL: url,
    NODE_ENV: "production", PORT: String(port), HOST: "127.0.0.1", LOG_LEVEL: "silent", NEXT_TELEMETRY_DISABLED: "1",
  };
  const start = async (): Promise<Child> => {
    const child = startChild({ args: typescript(program), env, quiet: () => true });
    for (const end = Date.now() + 30_000; ; await sleep(30)) {
      const healthy = await fetch(`${url}/api/v1/health`).then((answer) => answer.ok, () => false);
      if (healthy) return child;
      if (Date.now() > end) throw new Error(`The server did not come up: ${child.said()}`);
    }
  };
  let child = await start();
  const kill = async (): Promise<void> => {
    child.kill();
    await child.ended;
  };
  const restart = async (): Promise<void> => void (child = await start());
  return {
    url,
    program,
    kill,
    restart,
    killAndRestart: async () => {
      await kill();
      await restart();
    },
    stop: () => child.stop(2000),
  };
}
