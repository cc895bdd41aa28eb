// Plain Node, without any package: this runs before `npm install`.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the clone. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const LOCK = path.join(ROOT, "package-lock.json");
const HIDDEN = path.join(ROOT, "node_modules/.package-lock.json");
const STAMP = path.join(ROOT, "node_modules/.slantwise-lock");
// Present only after an install with development packages, which building needs.
const NEEDED = ["node_modules/tsx/package.json", "node_modules/typescript/package.json", "node_modules/next/package.json"];

/** A sentence when this Node is too old, else undefined. */
export function nodeProblem(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return undefined;
  return `Slantwise needs Node 20.19 or newer, and this is Node ${version}. Install a newer one from nodejs.org and start again.`;
}

const lockHash = () => createHash("sha256").update(readFileSync(LOCK)).digest("hex");

/** Whether what node_modules holds is what package-lock.json asks for. */
export function packagesAreCurrent() {
  if (!existsSync(HIDDEN) || NEEDED.some((name) => !existsSync(path.join(ROOT, name)))) return false;
  if (!existsSync(LOCK)) return true;
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === lockHash()) return true;
  return statSync(HIDDEN).mtimeMs >= statSync(LOCK).mtimeMs;
}

/** Runs `npm install`; throws an Error whose message is for the person at the terminal. */
export async function installPackages() {
  const args = ["install", "--no-audit", "--no-fund", "--include=dev", "--include=optional"];
  const npm = process.env["npm_execpath"];
  const [program, before] = npm?.endsWith("js") ? [process.execPath, [npm]] : ["npm", []];
  const { npm_config_omit: _omit, ...env } = process.env;
  const output = [];
  const code = await new Promise((resolve) => {
    const shell = process.platform === "win32" && program === "npm";
    const child = spawn(program, [...before, ...args], { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"], env, shell });
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => output.push(chunk));
    child.on("error", (error) => resolve(error.message));
    child.on("close", resolve);
  });
  if (code !== 0) {
    const said = Buffer.concat(output).toString().trim().split("\n").slice(-12).join("\n");
    throw new Error(`The packages could not be installed (npm install ended with ${code}). Check the connection to the npm registry and start again.\n${said}`);
  }
  if (existsSync(LOCK)) writeFileSync(STAMP, lockHash());
}
