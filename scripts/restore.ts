// npm run restore FILE
import path from "node:path";
import { loadBackup } from "@/scripts/backup/load";
import { withDatabase } from "@/scripts/launch/with-database";
import { Problem, runScript } from "@/scripts/problem";

await runScript(async () => {
  const given = process.argv[2];
  if (given === undefined) throw new Problem("Name the backup: npm run restore FILE");
  await withDatabase({ migrated: false }, async (url) => {
    const header = await loadBackup(url, path.resolve(process.env["INIT_CWD"] ?? process.cwd(), given));
    const rows = header.tables.reduce((sum, table) => sum + table.rows, 0);
    console.log(`Restored ${rows} rows of ${header.tables.length} tables, as of ${header.createdAt}. Counts and hashes of every table are equal.`);
  });
});
