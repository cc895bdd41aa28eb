import { dataFolder, secretsOf } from "@/scripts/launch/data-folder";
import { startEmbedded } from "@/scripts/launch/embedded";
import { checkServer } from "@/scripts/launch/external";
import { holderOf, takeLock } from "@/scripts/launch/lock";
import { SILENT } from "@/scripts/launch/steps";
import { pendingMigrations } from "@/scripts/migrate/apply";
import { Problem } from "@/scripts/problem";

/**
 * Runs a command's work against DATABASE_URL, or against the embedded database: that of a running start, or one that
 * is started for this moment. Puts its address and the secret into the environment for server code that is imported
 * afterwards. With `migrated`, refuses a database that is behind.
 */
export async function withDatabase<T>(options: { migrated: boolean }, work: (url: string) => Promise<T>): Promise<T> {
  const ready = async (url: string, secret: string | undefined) => {
    process.env["DATABASE_URL"] = url;
    if (secret !== undefined) {
      process.env["AUTH_SECRET"] ||= secret;
      process.env["NEXTAUTH_SECRET"] ||= process.env["AUTH_SECRET"];
    }
    if (options.migrated) {
      const missing = await pendingMigrations(url);
      if (missing.length > 0) throw new Problem(`The database lacks ${missing.length} migrations. Run npm run migrate, or npm start, first.`);
    }
    return work(url);
  };
  const own = process.env["DATABASE_URL"] || undefined;
  if (own !== undefined) {
    await checkServer(own);
    return ready(own, undefined);
  }
  const folder = dataFolder();
  process.env["SLANTWISE_DATA_DIR"] = folder;
  const secret = secretsOf(folder).authSecret;
  const running = holderOf(folder)?.databaseUrl;
  if (running !== undefined) return ready(running, secret);
  const lock = takeLock(folder, "a command");
  let stop: (() => Promise<void>) | undefined;
  const interrupted = () => void (stop?.() ?? Promise.resolve()).finally(() => {
    lock.release();
    process.exit(1);
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"] as const) process.once(signal, interrupted);
  process.channel?.unref();
  try {
    const { cluster, url } = await startEmbedded(folder, SILENT);
    stop = cluster.stop;
    return await ready(url, secret);
  } finally {
    await stop?.();
    lock.release();
    process.removeAllListeners("disconnect");
  }
}
