// What `npm run …` calls: checks Node, installs the packages if they are missing, runs scripts/NAME.ts.
import { handOver } from "./launch/handover.mjs";
import { installPackages, nodeProblem, packagesAreCurrent } from "./launch/packages.mjs";

const [name = "", ...args] = process.argv.slice(2);
const problem = nodeProblem();
if (problem !== undefined) {
  console.error(problem);
  process.exit(1);
}
try {
  if (!packagesAreCurrent()) {
    console.log("Packages … installing, about a minute");
    await installPackages();
  }
  process.exit(await handOver(`${name}.ts`, args));
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
