// npm run load-basil -- FOLDER [LOGIN]: loads the BASIL corpus (2nd release) as a project with settled records.
import path from "node:path";
import { AppError } from "@/lib/kernel/errors";
import { type BasilFile, readBasil } from "@/scripts/basil/folder";
import type { LeftOut } from "@/scripts/basil/study";
import { withDatabase } from "@/scripts/launch/with-database";
import { Problem, runScript } from "@/scripts/problem";

/** Places that are named one by one for each reason. */
const NAMED = 5;

async function load(files: readonly BasilFile[], who: string | null): Promise<void> {
  // Imported only now: these modules read the environment that withDatabase has set.
  const { loadBasil } = await import("@/scripts/basil/load");
  const { closeDatabase } = await import("@/lib/platform/database");
  try {
    const { projectId, study, loaded } = await loadBasil(files, who);
    console.log(`Project ${projectId}: ${loaded.articles.made} articles and ${loaded.spans} spans loaded, ${loaded.articles.known} articles were there; ${loaded.targets.length} targets, ${loaded.events.length} events and ${loaded.outlets.length} outlets are new.`);
    console.log(`BASIL has ${files.length} articles; ${study.articles} of them with ${study.spans} spans have a place in the project.`);
    for (const line of leftLines(study.left)) console.log(line);
  } catch (error) {
    if (error instanceof AppError) throw new Problem(error.code === "not_found" ? `There is no account "${who ?? ""}".` : error.detail);
    throw error;
  } finally {
    await closeDatabase();
  }
}

function leftLines(left: readonly LeftOut[]): string[] {
  const kinds = new Map<string, LeftOut[]>();
  for (const one of left) kinds.set(one.kind, [...(kinds.get(one.kind) ?? []), one]);
  return [...kinds].map(([kind, all]) => `Left out, ${all.length}: ${kind} (${all.slice(0, NAMED).map(({ place, what }) => (what === "" ? place : `${place}, “${what}”`)).join("; ")}${all.length > NAMED ? "; …" : ""})`);
}

process.env["LOG_LEVEL"] ??= "warn";
await runScript(async () => {
  const [folder, who = null, ...more] = process.argv.slice(2);
  if (folder === undefined || more.length > 0) throw new Problem("Name the folder of BASIL, and whose project it shall be: npm run load-basil -- FOLDER [LOGIN]");
  // npm starts scripts in the folder of the project; the folder is named from where the person stands.
  const files = readBasil(path.resolve(process.env["INIT_CWD"] ?? process.cwd(), folder));
  await withDatabase({ migrated: true }, () => load(files, who));
});
