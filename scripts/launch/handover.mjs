// Plain Node, without any package: starts a TypeScript script in the way all of ours are started.
import { spawn } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "./packages.mjs";

/**
 * Runs scripts/NAME under tsx with our terminal and an IPC channel, by which it notices our death; passes signals on;
 * ends as it ends.
 */
export function handOver(name, args) {
  const tsx = pathToFileURL(path.join(ROOT, "node_modules/tsx/dist/loader.mjs")).href;
  const child = spawn(process.execPath, ["--conditions=react-server", "--import", tsx, path.join(ROOT, "scripts", name), ...args], {
    cwd: ROOT,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  // At a terminal Ctrl-C reaches the child by itself; it takes a second one of the same moment for the same.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  watchParent(() => child.kill("SIGTERM"));
  return new Promise((resolve) => {
    child.on("error", (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on("exit", (code, signal) => resolve(code ?? (signal === null ? 1 : 128)));
  });
}

/** Under npm there is a shell between npm and us, which dies of a signal without passing it on. */
function watchParent(gone) {
  if (process.env["npm_lifecycle_event"] === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) gone();
  }, 500).unref();
}
