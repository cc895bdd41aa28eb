// npm run admin -- COMMAND …: for the person who runs the machine. Everything goes through the server's own commands.
import { AppError } from "@/lib/kernel/errors";
import { parseArguments, USAGE, type Wish } from "@/scripts/admin/arguments";
import { holderOf } from "@/scripts/launch/lock";
import { dataFolder } from "@/scripts/launch/data-folder";
import { withDatabase } from "@/scripts/launch/with-database";
import { Problem, runScript } from "@/scripts/problem";

function address(): string {
  const running = process.env["DATABASE_URL"] === undefined ? holderOf(dataFolder())?.url : undefined;
  const base = process.env["PUBLIC_URL"] || running || `http://localhost:${process.env["PORT"] || "3000"}`;
  return base.replace(/\/$/, "");
}

async function act(wish: Wish, base: string): Promise<void> {
  // Imported only now: these modules read the environment that withDatabase has set.
  const { carryOut } = await import("@/scripts/admin/commands");
  const { closeDatabase } = await import("@/lib/platform/database");
  try {
    for (const line of await carryOut(wish, base)) console.log(line);
  } catch (error) {
    if (error instanceof AppError) throw new Problem(error.code === "not_found" ? `There is no "${wish.name}".` : error.detail);
    throw error;
  } finally {
    await closeDatabase();
  }
}

process.env["LOG_LEVEL"] ??= "warn";
await runScript(async () => {
  const wish = parseArguments(process.argv.slice(2));
  if (wish === undefined) {
    console.log(USAGE);
    return process.argv.length > 2 ? 1 : 0;
  }
  const base = address();
  await withDatabase({ migrated: true }, () => act(wish, base));
});
