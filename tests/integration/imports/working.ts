import { job } from "@/lib/accounts/server/actor";
import { readRecords } from "@/lib/articles/formats/read-records";
import { openImports } from "@/lib/articles/server/imports/open-imports";
import { type Parse, parseHere } from "@/lib/articles/server/imports/parsing";
import { runImport } from "@/lib/articles/server/imports/run-imports";
import { assignNewArticles } from "@/lib/assignments/server/assign-new";

/** Does what waits, as the worker would, in this process and to its end. */
export async function work(parse: Parse = parseHere): Promise<void> {
  for (let waiting = await openImports(job()); waiting.length > 0; waiting = await openImports(job()))
    for (const open of waiting) await runImport(job(), open, { read: readRecords, parse, assign: assignNewArticles, stopped: () => false });
}

/** An invented article of its own for every number, long enough that nothing needs a look. */
export const story = (n: number): string => {
  const word = (i: number): string => ["amber", "basalt", "cobalt", "delta", "ember", "flint", "granite", "hazel", "indigo", "jasper"][(n * 7 + i * 3 + ((n >> (i % 7)) & 3)) % 10]!;
  return `Ferry number ${n} is late\n${Array.from({ length: 8 }, (_, i) => `On pier ${word(i)} the boat of ${n * 31 + i} tonnes waited for the ${word(i + 1)} tide, and the master of lock ${n + i} said that rope ${n * i} had torn near the ${word(i + 2)} wall.`).join("\n")}`;
};
