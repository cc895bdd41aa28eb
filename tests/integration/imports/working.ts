import { job } from "@/lib/accounts/server/actor";
import { openImports } from "@/lib/articles/server/imports/open-imports";
import { type Parse, parseHere } from "@/lib/articles/server/imports/parsing";
import { runImport } from "@/lib/articles/server/imports/run-imports";
import { assignNewArticles } from "@/lib/assignments/server/assign-new";

/** Does what waits, as the worker would, in this process and to its end. */
export async function work(parse: Parse = parseHere): Promise<void> {
  for (let waiting = await openImports(job()); waiting.length > 0; waiting = await openImports(job()))
    for (const open of waiting) await runImport(job(), open, { parse, assign: assignNewArticles, stopped: () => false });
}
