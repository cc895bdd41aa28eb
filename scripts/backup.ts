// npm run backup [FILE]
import { mkdirSync, statSync } from "node:fs";
import path from "node:path";
import { saveBackup } from "@/scripts/backup/save";
import { dataFolder } from "@/scripts/launch/data-folder";
import { withDatabase } from "@/scripts/launch/with-database";
import { messageOf, Problem, runScript } from "@/scripts/problem";

function fileName(): string {
  const given = process.argv[2];
  if (given !== undefined) return path.resolve(process.env["INIT_CWD"] ?? process.cwd(), given);
  const folder = path.join(dataFolder(), "backups");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return path.join(folder, `slantwise-${new Date().toISOString().slice(0, 19).replaceAll(":", "-")}.backup`);
}

await runScript(() =>
  withDatabase({ migrated: true }, async (url) => {
    const file = fileName();
    const header = await saveBackup(url, file).catch((error: unknown) => {
      throw new Problem(`The backup could not be written to ${file}: ${messageOf(error)}`);
    });
    const rows = header.tables.reduce((sum, table) => sum + table.rows, 0);
    console.log(`Saved ${rows} rows of ${header.tables.length} tables, ${(statSync(file).size / 1e6).toFixed(1)} MB, in ${file}`);
    console.log("It holds names, passwords in hashed form and every mark: keep it as safe as the database.");
  }),
);
