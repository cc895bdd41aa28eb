import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { runChild } from "@/scripts/launch/child";
import { isAlive } from "@/scripts/launch/processes";
import { hashOf, isStamped, stampWith } from "@/scripts/launch/stamp";
import { inRoot } from "@/scripts/paths";
import { Problem } from "@/scripts/problem";

const SOURCES = ["app", "components", "lib", "public", "proxy.ts", "next.config.js", "tsconfig.json", "package.json", "package-lock.json", "prisma/schema.prisma"];

async function alone<T>(work: () => Promise<T>): Promise<T> {
  const file = inRoot("node_modules/.cache/slantwise/build.lock");
  mkdirSync(path.dirname(file), { recursive: true });
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const pid = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
      if (!isAlive(pid || process.pid)) rmSync(file, { force: true });
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

const distFolder = (): string => inRoot(process.env["NEXT_DIST"] ?? ".next");
const stampIn = (folder: string): string => path.join(folder, "slantwise-build");

/** Whether there is a build of exactly these sources. */
export function isBuilt(): boolean {
  return existsSync(path.join(distFolder(), "BUILD_ID")) && isStamped(stampIn(distFolder()), hashOf(SOURCES));
}

/** Runs `next build` if the sources changed since the last one that succeeded, unless SLANTWISE_BUILD=keep. Answers whether it did. */
export async function build(env: Record<string, string>, begin: () => void): Promise<boolean> {
  const folder = distFolder();
  // A build made elsewhere, or to be kept while the sources move.
  if (process.env["SLANTWISE_BUILD"] === "keep" && existsSync(path.join(folder, "BUILD_ID"))) return false;
  if (isBuilt()) return false;
  return alone(async () => {
    if (isBuilt()) return false;
    begin();
    const hash = hashOf(SOURCES);
    const stamp = stampIn(folder);
    rmSync(stamp, { force: true });
    const { ok, said } = await runChild([inRoot("node_modules/next/dist/bin/next"), "build"], env);
    if (!ok || !existsSync(path.join(folder, "BUILD_ID"))) throw new Problem(`The pages could not be built:\n${said.split("\n").slice(-40).join("\n")}`);
    stampWith(stamp, hash);
    return true;
  });
}
