// Keeps one PostgreSQL for the process that started it. Plain Node: starts in a few milliseconds, needs no package.
// The parent holds our standard input open; when it ends, however it ends, PostgreSQL is shut down.
// argv: pid-file folder, uid, gid, then the program and its arguments.
import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";

const [logFile, uid, gid, program, ...args] = process.argv.slice(2);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stop());

const log = createWriteStream(logFile, { flags: "a", mode: 0o600 });
log.on("error", () => {});
const server = spawn(program, args, {
  ...(uid === "" ? {} : { uid: Number(uid), gid: Number(gid) }),
  cwd: "/",
  stdio: ["ignore", "pipe", "pipe"],
});
let said = "";
function keep(chunk) {
  log.write(chunk);
  said = (said + chunk).slice(-4000);
}
server.stdout.on("data", keep);
server.stderr.on("data", keep);
server.on("error", (error) => finish(1, error.message));
server.on("exit", (code) => finish(code ?? 1, said));
process.stdout.on("error", () => {});
process.stdout.write(JSON.stringify({ pid: server.pid ?? null }) + "\n");

let stopping = false;
function stop() {
  if (stopping) return;
  stopping = true;
  server.kill("SIGINT"); // fast shutdown
  setTimeout(() => server.kill("SIGQUIT"), 1500).unref(); // immediate: recovers from the log at the next start
  setTimeout(() => server.kill("SIGKILL"), 3000).unref();
}

function finish(code, text) {
  if (!stopping) process.stdout.write(JSON.stringify({ exit: code, text }) + "\n");
  log.end(() => process.exit(stopping ? 0 : code));
  setTimeout(() => process.exit(code), 200).unref();
}

process.stdin.resume();
process.stdin.on("end", stop);
process.stdin.on("close", stop);
process.stdin.on("error", stop);
