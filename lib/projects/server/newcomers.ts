import "server-only";
import { randomInt } from "node:crypto";
import type { Actor } from "@/lib/accounts/server/actor";
import { offered, pseudonymAt, pseudonymKey, PSEUDONYMS } from "@/lib/accounts/pseudonyms";
import { conflict, invalid } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Role } from "../permissions";

/** Some made-up names that nobody in the project has. */
export async function freePseudonyms(_actor: Actor, projectId: string, count: number, tx?: Sql): Promise<string[]> {
  const drawn = [...new Set(Array.from({ length: count * 3 }, () => pseudonymAt(randomInt(PSEUDONYMS))))];
  const taken = await rows<{ key: string }>("SELECT pseudonym_key AS key FROM member WHERE project_id = $1 AND pseudonym_key = ANY($2)", [projectId, drawn.map(pseudonymKey)], tx);
  const gone = new Set(taken.map((line) => line.key));
  return drawn.filter((name) => !gone.has(pseudonymKey(name))).slice(0, count);
}

export type Newcomer = { projectId: string; userId: string; role: Role };

async function insertMember(newcomer: Newcomer, pseudonym: string, tx: Sql): Promise<string | null> {
  const made = await row<{ id: string }>(
    `INSERT INTO member (project_id, id, user_id, role, pseudonym, pseudonym_key) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (project_id, pseudonym_key) DO NOTHING RETURNING id`,
    [newcomer.projectId, newId(), newcomer.userId, newcomer.role, pseudonym, pseudonymKey(pseudonym)],
    tx,
  );
  return made?.id ?? null;
}

/** Adds a member under a made-up name of their choice; throws 422 for a name that is none of ours, 409 with new offers for a taken one. */
export async function addUnderPseudonym(actor: Actor, newcomer: Newcomer, wanted: string, tx: Sql): Promise<string> {
  const pseudonym = offered(wanted);
  if (!pseudonym) throw invalid("Choose one of the names on offer.", { errors: [{ path: "/pseudonym", message: "is not one of the names on offer" }] });
  const id = await insertMember(newcomer, pseudonym, tx);
  if (!id) throw conflict("Somebody just took that name. Choose another one.", { current: { pseudonyms: await freePseudonyms(actor, newcomer.projectId, 8, tx) } });
  return id;
}

/** Adds a member under any free made-up name. */
export async function addUnderAnyPseudonym(actor: Actor, newcomer: Newcomer, tx: Sql): Promise<string> {
  for (;;)
    for (const name of await freePseudonyms(actor, newcomer.projectId, 8, tx)) {
      const id = await insertMember(newcomer, name, tx);
      if (id) return id;
    }
}
