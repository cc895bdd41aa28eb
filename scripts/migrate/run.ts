// npm run migrate: applies what is missing to DATABASE_URL or to the embedded database.
import { migrateDatabase } from "@/scripts/migrate/apply";
import { withDatabase } from "@/scripts/launch/with-database";
import { runScript } from "@/scripts/problem";

await runScript(() =>
  withDatabase({ migrated: false }, async (url) => {
    const names = await migrateDatabase(url);
    console.log(names.length === 0 ? "Every migration is applied already." : `Applied: ${names.join(", ")}`);
  }),
);
