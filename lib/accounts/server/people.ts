import "server-only";
import { conflict, invalid } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { row, type Sql } from "@/lib/platform/database";
import { foldLogin, LOGIN } from "../login";
import type { Actor } from "./actor";

/** What a person says of themselves when an account is made. */
export type NewPerson = { name: string; login: string; password: string };

/** Makes a person's account in the caller's transaction; throws 422 for a sign-in name that cannot be one, 409 for a taken one. */
export async function insertPerson(_actor: Actor, person: { name: string; login: string; hash: string; email: string | null; verified: boolean }, tx: Sql): Promise<string> {
  const login = foldLogin(person.login);
  if (!LOGIN.test(login)) throw invalid("A sign-in name has 2 to 40 small letters, digits, dots, hyphens or underscores.", { errors: [{ path: "/person/login", message: "cannot be a sign-in name" }] });
  const taken = await row<{ login: string | null }>("SELECT login FROM app_user WHERE login = $1 OR ($2::text IS NOT NULL AND email = $2) ORDER BY login = $1 DESC NULLS LAST LIMIT 1", [login, person.email], tx);
  if (taken) throw taken.login === login ? loginTaken() : conflict("There is an account with this e-mail address already. Sign in first, then open the link again.");
  const made = await row<{ id: string }>(
    "INSERT INTO app_user (id, name, login, email, email_verified, password_hash) VALUES ($1, $2, $3, $4, CASE WHEN $5 THEN now() END, $6) ON CONFLICT DO NOTHING RETURNING id",
    [newId(), person.name, login, person.email, person.verified && person.email !== null, person.hash],
    tx,
  );
  if (!made) throw loginTaken();
  return made.id;
}

const loginTaken = () => conflict("That sign-in name is taken. Choose another one.", { errors: [{ path: "/person/login", message: "is taken" }] });
