// npm start: all the set-up there is. Plain Node, without any package, because the packages may not be there yet.
// [--dev] serves with hot reload, [--lan] serves the local network. The rest of the work stands in launch/main.ts.
import { handOver } from "./launch/handover.mjs";
import { installPackages, nodeProblem, packagesAreCurrent } from "./launch/packages.mjs";

const problem = nodeProblem();
if (problem !== undefined) {
  console.error(problem);
  process.exit(1);
}
try {
  process.stdout.write("[1/8] Packages … ");
  if (packagesAreCurrent()) {
    console.log("in place");
  } else {
    process.stdout.write("installing, about a minute … ");
    const begun = Date.now();
    await installPackages();
    console.log(`installed, ${((Date.now() - begun) / 1000).toFixed(0)} s`);
  }
} catch (error) {
  console.log("failed");
  console.error(error.code === "EACCES" || error.code === "EROFS" ? `The folder of the clone cannot be written: ${error.message}. Move it, or start as the user who owns it.` : error.message);
  process.exit(1);
}
process.exit(await handOver("launch/main.ts", process.argv.slice(2)));
