import "server-only";
import { actorOf, type Actor } from "@/lib/accounts/server/actor";
import { recordAccountEvent } from "@/lib/accounts/server/events";
import { hashPassword } from "@/lib/accounts/server/hashing";
import { insertPerson, type NewPerson } from "@/lib/accounts/server/people";
import { startSession } from "@/lib/accounts/server/sessions";
import { setupMinutesLeft, useSetupToken } from "@/lib/accounts/server/setup-token";
import { passwordFault } from "@/lib/accounts/password";
import { pseudonymKey } from "@/lib/accounts/pseudonyms";
import { AppError, invalid } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { row, transaction, type Sql } from "@/lib/platform/database";
import { checkLimit, countFailure } from "@/lib/platform/limits";
import { addUnderAnyPseudonym } from "./newcomers";
import { createProject, type StartingCodebook } from "./projects";

export type SetupForm = { token: string; person: NewPerson; kind: "research" | "class"; start: "sample" | "own" | "empty" };

const wrongLink = () => new AppError("not_found", "This set-up link was used already, or is too old. Start the program again for a new one.");

/** Whether a sample project waits for its first coordinator. */
export const hasSample = async (_actor: Actor): Promise<boolean> => Boolean(await row("SELECT 1 FROM project WHERE is_sample LIMIT 1"));

/**
 * The first set-up: one account with a passphrase, leading the sample project or a new one, signed in at once. Works
 * with the one-time token of the set-up link and only while there is no such account; of many calls at once, one works.
 */
export async function setUp(actor: Actor, form: SetupForm, codebook: StartingCodebook): Promise<{ projectId: string; session: string }> {
  await checkLimit("setup-address", actor.address);
  if ((await setupMinutesLeft(actor, form.token)) === null) return wrong(actor);
  const fault = passwordFault(form.person.password, { login: form.person.login });
  if (fault) throw invalid(fault, { errors: [{ path: "/person/password", message: fault }] });
  const hash = await hashPassword(actor, form.person.password);
  const made = await transaction(async (tx) => {
    if (!(await useSetupToken(actor, form.token, tx))) return null;
    const userId = await insertPerson(actor, { ...form.person, hash, email: null, verified: false }, tx);
    const sample = form.start === "sample" ? await leadSample(actor, userId, form.person.name, tx) : null;
    await recordAccountEvent(actor, "set_up", userId, {}, tx);
    return { session: await startSession(actor, userId, tx), sample };
  });
  if (!made) return wrong(actor);
  if (made.sample) return { projectId: made.sample, session: made.session };
  const first = await actorOf({ session: made.session, address: actor.address });
  const project = await createProject(first, { name: form.kind === "class" ? "First class" : "First study", kind: form.kind }, codebook);
  return { projectId: project.id, session: made.session };
}

async function wrong(actor: Actor): Promise<never> {
  await countFailure("setup-address", actor.address);
  throw wrongLink();
}

async function leadSample(actor: Actor, userId: string, name: string, tx: Sql): Promise<string | null> {
  const sample = await row<{ id: string }>("SELECT id FROM project WHERE is_sample ORDER BY created_at LIMIT 1", [], tx);
  if (!sample) return null;
  const made = await row(
    `INSERT INTO member (project_id, id, user_id, role, pseudonym, pseudonym_key) VALUES ($1, $2, $3, 'coordinator', $4, $5) ON CONFLICT (project_id, pseudonym_key) DO NOTHING RETURNING id`,
    [sample.id, newId(), userId, name, pseudonymKey(name)],
    tx,
  );
  if (!made) await addUnderAnyPseudonym(actor, { projectId: sample.id, userId, role: "coordinator" }, tx);
  return sample.id;
}
