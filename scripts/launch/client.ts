import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { hashOf, isStamped, stampWith } from "@/scripts/launch/stamp";
import { inRoot, ROOT } from "@/scripts/paths";
import { Problem } from "@/scripts/problem";

const STAMP = inRoot("prisma/generated/.stamp");

/** Writes prisma/generated from the schema, if the schema changed. Answers whether it did. */
export async function generateClient({ force = false } = {}): Promise<boolean> {
  const hash = hashOf(["prisma/schema.prisma", "prisma.config.ts", "node_modules/prisma/package.json"]);
  if (!force && isStamped(STAMP, hash) && existsSync(inRoot("prisma/generated/client.ts"))) return false;
  const output: Buffer[] = [];
  const code = await new Promise<number>((resolve, reject) => {
    const child = spawn(process.execPath, [inRoot("node_modules/prisma/build/index.js"), "generate"], {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "pipe"],
      // Any program will do: generating needs no engine, and without this one would be downloaded.
      env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1" },
    });
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => output.push(chunk));
    child.on("error", reject);
    child.on("close", (status) => resolve(status ?? 1));
  });
  if (code !== 0) throw new Problem(`The database client could not be generated:\n${Buffer.concat(output).toString()}`);
  stampWith(STAMP, hash);
  return true;
}
