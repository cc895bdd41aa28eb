// npm run bench [-- save page json paint memory]: measures and writes docs/performance.md.
import { pathToFileURL } from "node:url";
import { inRoot } from "@/scripts/paths";
import { runScript } from "@/scripts/problem";

// The measurements stand among the tests, of which nothing that ships may know but the place.
const { main } = (await import(pathToFileURL(inRoot("tests/bench/main.ts")).href)) as { main(names: readonly string[]): Promise<void> };
await runScript(() => main(process.argv.slice(2)));
