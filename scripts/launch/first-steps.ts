import { createHash, randomBytes } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { runChild, typescript } from "@/scripts/launch/child";
import { Problem } from "@/scripts/problem";

const VALID_MINUTES = 60;

async function ask<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Puts the sample project into a database that holds nothing yet. Answers with a word for the person at the terminal. */
export async function loadSample(url: string, env: Record<string, string>): Promise<string> {
  const isEmpty = await ask(url, async (client) => {
    // A load that was cut off has left a sample project without this entry, and is done anew.
    const { rows } = await client.query<{ empty: boolean }>(
      `SELECT NOT EXISTS (SELECT 1 FROM app_user) AND NOT EXISTS (SELECT 1 FROM project WHERE NOT is_sample)
              AND NOT EXISTS (SELECT 1 FROM audit_entry WHERE action = 'sample.loaded') AS empty`,
    );
    return rows[0]?.empty ?? false;
  });
  if (!isEmpty) return "not needed, the database holds something";
  if (process.env["SLANTWISE_SAMPLE"] === "0") return "left out, as SLANTWISE_SAMPLE=0 asks";
  const { ok, said } = await runChild(typescript("scripts/launch/load-sample.ts"), env);
  if (!ok) throw new Problem(`The sample project could not be loaded:\n${said}`);
  return "loaded";
}

/** Makes a new one-time link for the first coordinator, valid for an hour, unless somebody has an account already. */
export async function setupLink(url: string, address: string, dataFolder: string): Promise<string | undefined> {
  const file = path.join(dataFolder, "setup-link");
  rmSync(file, { force: true });
  const token = randomBytes(16).toString("base64url");
  const made = await ask(url, async (client) => {
    const { rows } = await client.query("SELECT 1 FROM app_user WHERE password_hash IS NOT NULL LIMIT 1");
    if (rows.length > 0) return false;
    await client.query("DELETE FROM setup_token WHERE used_at IS NULL");
    await client.query(
      "INSERT INTO setup_token (id, token_hash, expires_at) VALUES (gen_random_uuid(), $1, now() + make_interval(mins => $2))",
      [createHash("sha256").update(token).digest(), VALID_MINUTES],
    );
    return true;
  });
  if (!made) return undefined;
  const link = `${address}/setup?token=${token}`;
  writeFileSync(file, `${link}\n`, { mode: 0o600 });
  return link;
}
