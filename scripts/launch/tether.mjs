// Loaded into the server and the worker before anything else: they end when the launcher does, however it does.
import { isMainThread } from "node:worker_threads";

function end() {
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.exit(1), 2000).unref();
}

if (isMainThread) {
  const parent = process.ppid;
  if (process.channel && process.env["SLANTWISE_LAUNCHER"] === String(parent)) {
    process.once("disconnect", end);
    process.channel.unref();
  } else {
    // A process that one of ours started: its channel is its own affair, so watch whose child it is.
    setInterval(() => {
      if (process.ppid !== parent) end();
    }, 1000).unref();
  }
}
