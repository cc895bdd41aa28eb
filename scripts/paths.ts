import path from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the clone: the parent of scripts/. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/** An absolute path inside the clone. */
export function inRoot(...parts: string[]): string {
  return path.join(ROOT, ...parts);
}
