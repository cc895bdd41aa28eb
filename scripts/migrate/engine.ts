import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { Pool } from "pg";
import { inRoot } from "@/scripts/paths";

/** A migration on disk: `name` is the folder, `sql` the whole of migration.sql. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

interface Engine {
  diff(input: unknown): Promise<{ stdout?: string | null }>;
  applyMigrations(input: unknown): Promise<{ appliedMigrationNames: string[] }>;
}

interface Glue {
  SchemaEngine: { new: (options: unknown, log: () => void, adapter: unknown) => Promise<Engine> };
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
}

const FILTERS = { externalTables: [], externalEnums: [] };
let loaded: Promise<Glue> | undefined;

/** Prisma's schema engine, compiled to WASM, out of node_modules: nothing is downloaded. */
function glue(): Promise<Glue> {
  loaded ??= (async () => {
    const folder = inRoot("node_modules/@prisma/schema-engine-wasm");
    const imports = (await import(pathToFileURL(path.join(folder, "schema_engine_bg.js")).href)) as Glue;
    const compiled = new WebAssembly.Module(readFileSync(path.join(folder, "schema_engine_bg.wasm")));
    const instance = new WebAssembly.Instance(compiled, {
      "./schema_engine_bg.js": imports as unknown as WebAssembly.ModuleImports,
    });
    imports.__wbg_set_wasm(instance.exports);
    (instance.exports["__wbindgen_start"] as () => void)();
    return imports;
  })();
  return loaded;
}

/**
 * The adapter of Prisma cuts a script at every semicolon, also inside strings and comments. This one sends a
 * script whole, as one simple query.
 */
function wholeScripts(pool: Pool, failed: (script: string, error: unknown) => void): PrismaPg {
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    adapter.executeScript = async (script: string) => {
      try {
        await pool.query(script);
      } catch (error) {
        failed(script, error);
        throw error;
      }
    };
    return adapter;
  };
  return factory;
}

async function open(schema: string, pool: Pool, failed: (script: string, error: unknown) => void = () => {}): Promise<Engine> {
  const { SchemaEngine } = await glue();
  const adapter = bindMigrationAwareSqlAdapterFactory(wholeScripts(pool, failed));
  return SchemaEngine.new({ datamodels: [["prisma/schema.prisma", schema]] }, () => {}, adapter);
}

/** The SQL that leads from one schema text to another (`null`: from an empty database). `pool` answers for the version only. */
export async function diffSchemas(from: string | null, to: string, pool: Pool): Promise<string> {
  const model = (content: string) => ({
    tag: "schemaDatamodel",
    files: [{ path: "prisma/schema.prisma", content }],
  });
  const engine = await open(to, pool);
  const result = await engine.diff({
    from: from === null ? { tag: "empty" } : model(from),
    to: model(to),
    script: true,
    shadowDatabaseUrl: null,
    exitCode: null,
    filters: FILTERS,
  });
  return result.stdout ?? "";
}

/** Lets the engine apply what is missing, over the one connection of `pool`; answers with the names applied. */
export async function applyWithEngine(migrations: readonly Migration[], schema: string, pool: Pool): Promise<string[]> {
  let cause: Error | undefined;
  const engine = await open(schema, pool, (script, error) => {
    const name = migrations.find(({ sql }) => sql === script)?.name ?? "the engine's own";
    cause ??= new Error(`${name}: ${(error as Error).message}`);
  });
  const run = engine.applyMigrations({
    migrationsList: {
      baseDir: "prisma/migrations",
      lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
      shadowDbInitScript: "",
      migrationDirectories: migrations.map(({ name, sql }) => ({
        path: name,
        migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
      })),
    },
    filters: FILTERS,
  });
  // After a failed script the engine fails once more, over its own record; the first reason is the one that helps.
  const result = await run.catch((error: unknown) => Promise.reject(cause ?? error));
  return result.appliedMigrationNames;
}
