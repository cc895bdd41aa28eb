import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { inRoot } from "@/scripts/paths";
import { Problem } from "@/scripts/problem";
import type { Migration } from "@/scripts/migrate/engine";

/** Where the migrations, the schema and the snapshot of the schema stand. */
export const MIGRATIONS = inRoot("prisma/migrations");
export const SCHEMA = inRoot("prisma/schema.prisma");
export const SNAPSHOT = inRoot("prisma/schema.snapshot.prisma");

/** Every migration of a folder in the order of their names. */
export function readMigrations(folder: string = MIGRATIONS): Migration[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const file = path.join(folder, name, "migration.sql");
      if (!existsSync(file)) throw new Problem(`The migration ${name} has no migration.sql. Delete the folder or restore the file.`);
      return { name, sql: readFileSync(file, "utf8") };
    });
}

/** What `_prisma_migrations.checksum` holds for a script: sha256 in hexadecimal. */
export function checksum(sql: string): string {
  return createHash("sha256").update(sql).digest("hex");
}
