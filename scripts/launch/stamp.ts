import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inRoot } from "@/scripts/paths";

function* filesUnder(name: string): Generator<string> {
  const full = inRoot(name);
  if (!existsSync(full)) return;
  if (!statSync(full).isDirectory()) {
    yield name;
    return;
  }
  for (const entry of readdirSync(full).sort()) yield* filesUnder(path.join(name, entry));
}

/** One sha256 over the names and contents of files and folders of the clone. */
export function hashOf(names: readonly string[], salt = ""): string {
  const hash = createHash("sha256").update(salt);
  for (const name of names.flatMap((each) => [...filesUnder(each)])) {
    hash.update(`\0${name}\0`).update(readFileSync(inRoot(name)));
  }
  return hash.digest("hex");
}

/** Whether a stamp file holds this hash. */
export function isStamped(file: string, hash: string): boolean {
  return existsSync(file) && readFileSync(file, "utf8").trim() === hash;
}

/** Writes the stamp file. */
export function stampWith(file: string, hash: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${hash}\n`);
}
