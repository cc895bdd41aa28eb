import { randomBytes } from "node:crypto";
import { accessSync, chmodSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isRoot } from "@/scripts/launch/user";
import { ROOT } from "@/scripts/paths";
import { messageOf, Problem } from "@/scripts/problem";

/** What is made once and kept: the key of sessions and the password of the embedded database. */
export interface Secrets {
  readonly authSecret: string;
  readonly databasePassword: string;
}

/** The folder of data: `SLANTWISE_DATA_DIR`, or .data in the clone. Made if it is missing. */
export function dataFolder(): string {
  const folder = path.resolve(ROOT, process.env["SLANTWISE_DATA_DIR"] ?? ".data");
  try {
    if (!existsSync(folder)) {
      mkdirSync(folder, { recursive: true });
      // Root runs PostgreSQL as another user, who has to walk through.
      chmodSync(folder, isRoot() ? 0o711 : 0o700);
    }
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Problem(
      `The data folder ${folder} cannot be written (${(error as NodeJS.ErrnoException).code ?? messageOf(error)}). Start as the user who owns it, or set SLANTWISE_DATA_DIR to a folder you can write.`,
    );
  }
  return folder;
}

/** Reads secrets.json, or makes it, readable by its owner only. */
export function secretsOf(folder: string): Secrets {
  const file = path.join(folder, "secrets.json");
  try {
    const made = { authSecret: randomBytes(48).toString("base64url"), databasePassword: randomBytes(24).toString("base64url") };
    writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flag: "wx" });
    return made;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  try {
    const kept = JSON.parse(readFileSync(file, "utf8")) as Partial<Secrets>;
    if (kept.authSecret && kept.databasePassword) return { authSecret: kept.authSecret, databasePassword: kept.databasePassword };
  } catch {
    // Said below.
  }
  throw new Problem(`${file} is damaged. Restore it from a backup: without it the database beside it cannot be opened.`);
}

/** A number kept in a small file, or undefined. */
export function readNumber(file: string): number | undefined {
  if (!existsSync(file)) return undefined;
  const value = Number.parseInt(readFileSync(file, "utf8"), 10);
  return Number.isInteger(value) ? value : undefined;
}
