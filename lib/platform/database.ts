import "server-only";
import { setTimeout } from "node:timers/promises";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "@/prisma/generated/client";
import { AppError } from "@/lib/kernel/errors";
import { env } from "./env";
import { log } from "./log";

/** What can run SQL: the pool, or one client inside a transaction. */
export type Sql = Pick<pg.PoolClient, "query">;

type Shared = { pool: pg.Pool; prisma: PrismaClient };
// Next's development server reloads modules; the connections must not multiply with each reload.
const holder = globalThis as typeof globalThis & { slantwiseDatabase?: Shared };

function open(): Shared {
  const pool = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: env().DATABASE_POOL,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    options: "-c statement_timeout=30000 -c lock_timeout=10000 -c idle_in_transaction_session_timeout=60000 -c timezone=UTC -c jit=off",
  });
  pool.on("error", (error) => log.warn({ err: error.message }, "database connection lost"));
  return { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) };
}

const shared = (): Shared => (holder.slantwiseDatabase ??= open());

/** The Prisma client, for small reads and writes with scalar inputs. */
export const prisma = (): PrismaClient => shared().prisma;
/** The pool behind it, for everything else. */
export const pool = (): pg.Pool => shared().pool;

/** Rows of one statement. */
export async function rows<T>(text: string, values: readonly unknown[] = [], on: Sql = pool()): Promise<T[]> {
  const run = () => on.query(text, values as unknown[]);
  // Inside a transaction a failed statement cannot be tried again alone; `transaction` tries the whole of it.
  return (await (on === pool() ? retried(run) : run())).rows as T[];
}

/** The first row of one statement, or undefined. */
export async function row<T>(text: string, values: readonly unknown[] = [], on: Sql = pool()): Promise<T | undefined> {
  return (await rows<T>(text, values, on))[0];
}

/**
 * The first row of a statement that each connection plans once. For the few statements of the hot path: planning
 * them anew costs more than running them. Behind PgBouncer this asks for version 1.21 with `max_prepared_statements`.
 */
export async function preparedRow<T>(name: string, text: string, values: readonly unknown[]): Promise<T | undefined> {
  return (await retried(() => pool().query({ name, text, values: values as unknown[] }))).rows[0] as T | undefined;
}

/** Runs `work` in one transaction; a deadlock or serialisation failure is tried again, after a moment, five times in all. A lock that is not to be had is 503. */
export async function transaction<T>(work: (tx: Sql) => Promise<T>): Promise<T> {
  return retried(async () => {
    const client = await pool().connect();
    // A connection that dies between two statements tells nobody else, and an error without a listener ends the process.
    let lost: Error | undefined;
    const onLost = (error: Error) => (lost = error);
    client.on("error", onLost);
    try {
      await client.query("BEGIN");
      const result = await work(client);
      await client.query("COMMIT");
      return result;
    } catch (error) {
      await client.query("ROLLBACK").catch(() => undefined);
      throw error;
    } finally {
      client.off("error", onLost);
      client.release(lost);
    }
  });
}

const RETRY = new Set(["40001", "40P01"]);
/** What a statement ends with that waited for a lock too long. */
const LOCKED = "55P03";
const LONGEST_PAUSE_MS = 100;
const DOWN = new Set(["57P01", "57P02", "57P03", "08000", "08003", "08006", "53300", "ECONNREFUSED", "ECONNRESET"]);

async function retried<T>(work: () => Promise<T>, left = 4): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = (error as { code?: string }).code ?? "";
    if (RETRY.has(code) && left > 0) {
      // Those who met once meet again if they come back at the same moment.
      await setTimeout(Math.random() * LONGEST_PAUSE_MS);
      return retried(work, left - 1);
    }
    if (code === LOCKED) throw new AppError("unavailable", "Somebody else is changing this at this moment. Nothing was lost; try again.", {}, { "Retry-After": "2" });
    if (DOWN.has(code) || /Connection terminated|timeout exceeded when trying to connect/.test((error as Error).message))
      throw new AppError("unavailable", "The database does not answer. Nothing was lost; try again in a moment.", {}, { "Retry-After": "2" });
    throw error;
  }
}

/** Closes every connection; for scripts and tests. */
export async function closeDatabase(): Promise<void> {
  const open = holder.slantwiseDatabase;
  if (!open) return;
  delete holder.slantwiseDatabase;
  await open.prisma.$disconnect();
  await open.pool.end().catch(() => undefined);
}
