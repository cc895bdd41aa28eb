import pg from "pg";
import { messageOf, Problem } from "@/scripts/problem";

const OLDEST = 150_000;

function target(url: string): string {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    throw new Problem("DATABASE_URL is not an address. Write it as postgresql://USER:PASSWORD@HOST:PORT/DATABASE.");
  }
  if (!/^postgres(ql)?:$/.test(parsed.protocol)) {
    throw new Problem("DATABASE_URL does not begin with postgresql://. Slantwise keeps its data in PostgreSQL 15 or newer.");
  }
  return `${parsed.hostname}:${parsed.port || "5432"}`;
}

function refusal(error: unknown, where: string): Problem {
  const code = (error as { code?: string }).code;
  if (code === "28P01" || code === "28000") return new Problem(`The database at ${where} refuses the user or password in DATABASE_URL.`);
  if (code === "3D000") return new Problem(`The server at ${where} has no such database. Make it with: createdb --encoding=UTF8 NAME`);
  return new Problem(
    `The database at ${where} does not answer: ${messageOf(error) || code}. Check DATABASE_URL and that the server runs, or unset DATABASE_URL to use the embedded one.`,
  );
}

/** Refuses a server that cannot be reached, is older than 15, does not keep UTF8, or may lose what it has confirmed. */
export async function checkServer(url: string): Promise<void> {
  const where = target(url);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (error) {
    throw refusal(error, where);
  }
  try {
    const show = async (name: string) => (await client.query<Record<string, string>>(`SHOW ${name}`)).rows[0]?.[name] ?? "";
    const version = Number(await show("server_version_num"));
    if (version < OLDEST) {
      throw new Problem(
        `The database at ${where} is PostgreSQL ${Math.floor(version / 10_000)}; Slantwise needs 15 or newer. Upgrade it, or unset DATABASE_URL to use the embedded one.`,
      );
    }
    const encoding = await show("server_encoding");
    if (encoding !== "UTF8") {
      throw new Problem(
        `The database in DATABASE_URL is encoded in ${encoding}; positions in texts need UTF8. Make another one: createdb --encoding=UTF8 --template=template0 NAME`,
      );
    }
    for (const name of ["fsync", "synchronous_commit"]) {
      if ((await show(name)) === "off") {
        throw new Problem(`The database in DATABASE_URL runs with ${name} = off and may lose work it has confirmed. Set ${name} = on and start again.`);
      }
    }
  } finally {
    await client.end().catch(() => {});
  }
}

/** The secret that signs and encrypts: required with a database of one's own, at least 32 bytes. */
export function checkSecret(secret: string | undefined): string {
  const way = "Make one with: openssl rand -base64 48";
  if (secret === undefined || secret === "") throw new Problem(`With a DATABASE_URL of your own, AUTH_SECRET must be set too. ${way}`);
  if (Buffer.byteLength(secret) < 32) throw new Problem(`AUTH_SECRET is shorter than 32 bytes. ${way}`);
  return secret;
}
