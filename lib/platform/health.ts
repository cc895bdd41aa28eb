import "server-only";
import { readdirSync } from "node:fs";
import path from "node:path";
import { AppError } from "@/lib/kernel/errors";
import { row } from "./database";
import packageJson from "@/package.json";

const shipped = (): number => readdirSync(path.join(process.cwd(), "prisma/migrations"), { withFileTypes: true }).filter((entry) => entry.isDirectory()).length;

/** Answers with the version when the database is reachable and every shipped migration is applied; otherwise throws 503. */
export async function health(): Promise<{ status: "ok"; version: string }> {
  const applied = await row<{ n: number }>("SELECT count(*)::int AS n FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL");
  if (!applied || applied.n < shipped()) throw new AppError("unavailable", "The database is behind this version of the program. Start it again with npm start.");
  return { status: "ok", version: packageJson.version };
}
