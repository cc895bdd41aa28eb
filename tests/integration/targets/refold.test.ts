import { expect, it } from "vitest";
import { nameKey } from "@/lib/articles/name-key";
import { newId } from "@/lib/kernel/id";
import { migrateDatabase } from "@/scripts/migrate/apply";
import { readMigrations } from "@/scripts/migrate/folder";
import { blankDatabase } from "@/tests/support/database";

it("brings keys that an earlier version made under the folding of today, unless another has that key", async () => {
  const { url, pool, drop } = await blankDatabase();
  try {
    const all = readMigrations();
    await migrateDatabase(url, all.slice(0, all.findIndex((one) => one.name.endsWith("_study"))));
    const projectId = newId();
    const target = (name: string, key: string) => pool.query("INSERT INTO target (project_id, id, name, name_key) VALUES ($1, $2, $3, $4)", [projectId, newId(), name, key]);
    await pool.query("INSERT INTO project (id, name) VALUES ($1, 'Before')", [projectId]);
    await target("Ο Δρόμος", "ο δρόμος");
    await target("Sanaʿa", "sanaʿa");
    await target("Beth־El", "beth־el");
    await target("Quʾran", "quʾran");
    await target("Qu'ran", "qu'ran");
    await migrateDatabase(url);
    const { rows } = await pool.query<{ name: string; name_key: string }>("SELECT name, name_key FROM target ORDER BY id");
    expect(rows.filter((row) => row.name_key !== nameKey(row.name)).map((row) => row.name)).toEqual(["Quʾran"]);
  } finally {
    await drop();
  }
});
