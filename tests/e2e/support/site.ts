import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { BrowserContext } from "@playwright/test";
import pg from "pg";
import { newId } from "@/lib/kernel/id";

const folder = (): string => {
  const found = process.env["SLANTWISE_TEST_DATA_DIR"];
  if (!found) throw new Error("the end-to-end run sets SLANTWISE_TEST_DATA_DIR");
  return found;
};

/** The one-time link that the launcher printed. */
export const setupLink = (): string => readFileSync(path.join(folder(), "setup-link"), "utf8").trim();

/** Runs one statement on the database of the running application. */
export async function sql<T>(text: string, values: readonly unknown[] = []): Promise<T[]> {
  const { databaseUrl } = JSON.parse(readFileSync(path.join(folder(), "running.json"), "utf8")) as { databaseUrl: string };
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query(text, values as unknown[])).rows as T[];
  } finally {
    await client.end();
  }
}

export const SESSION_COOKIE = "slantwise-session";

/** Signs a browser in as a user by giving it a session row of its own. */
export async function signInAs(context: BrowserContext, baseURL: string, userId: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await sql("INSERT INTO session (id, token_digest, user_id, expires) VALUES ($1, $2, $3, now() + interval '1 day')", [newId(), createHash("sha256").update(token).digest("base64url"), userId]);
  await context.addCookies([{ name: SESSION_COOKIE, value: token, url: baseURL, httpOnly: true, sameSite: "Lax" }]);
  return token;
}

/** A person with an account but no password, made straight in the database. */
export async function makeUser(name: string): Promise<string> {
  const id = newId();
  await sql("INSERT INTO app_user (id, name, login) VALUES ($1, $2, $3)", [id, name, `login-${id}`]);
  return id;
}

/** Makes a user a member of a project. */
export async function makeMember(projectId: string, userId: string, role: string, pseudonym: string): Promise<string> {
  const id = newId();
  await sql("INSERT INTO member (project_id, id, user_id, role, pseudonym, pseudonym_key) VALUES ($1, $2, $3, $4, $5, lower($5))", [projectId, id, userId, role, pseudonym]);
  return id;
}
