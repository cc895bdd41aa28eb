import "server-only";
import { justJoined, type Actor } from "@/lib/accounts/server/actor";
import { recordAccountEvent } from "@/lib/accounts/server/events";
import { hashingPlace, hashPassword, newPhrase, phraseDigest } from "@/lib/accounts/server/hashing";
import { insertPerson, type NewPerson } from "@/lib/accounts/server/people";
import { startSession } from "@/lib/accounts/server/sessions";
import { passwordFault } from "@/lib/accounts/password";
import { conflict, invalid, invariant } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { row, rows, transaction, type Sql } from "@/lib/platform/database";
import { countFailure } from "@/lib/platform/limits";
import { asksForAccount } from "../codes";
import { openCode, useCode, wrongCode, type OpenCode } from "./code-rows";
import { addUnderAnyPseudonym, addUnderPseudonym, freePseudonyms } from "./newcomers";
import { audit } from "./operation";

/** What the join page shows before anything is made. */
export type JoinOffer = { projectName: string; projectKind: "research" | "class"; role: string; asks: "pseudonym" | "account" | "nothing"; email: string | null; pseudonyms: string[]; /** Where whoever asks is in already. */ projectId: string | null };

/** Looks at a code without using it. Wrong codes are counted. */
export async function lookAtCode(actor: Actor, typed: string): Promise<JoinOffer> {
  const code = await openCode(actor, typed);
  const account = asksForAccount(code.kind, code.projectKind);
  const asks = actor.userId ? "nothing" : account ? "account" : "pseudonym";
  const pseudonyms = asks === "account" ? [] : await freePseudonyms(actor, code.projectId, 8);
  const inside = actor.userId ? await row("SELECT 1 FROM member WHERE project_id = $1 AND user_id = $2 AND state = 'active'", [code.projectId, actor.userId]) : undefined;
  return { projectName: code.projectName, projectKind: code.projectKind, role: code.role, asks, email: code.email, pseudonyms, projectId: inside ? code.projectId : null };
}

/** Runs in the joining transaction: what a project gives to whoever comes in. */
export type AfterJoin = (actor: Actor, tx: Sql, member: { readonly projectId: string; readonly memberId: string }) => Promise<unknown>;
/** Runs in the transaction in which a member leaves, is taken out or erased: what they had not submitted goes back. */
export type AfterLeave = AfterJoin;

export type Joined = { projectId: string; memberId: string; pseudonym: string; phrase: string | null; session: string | null };
export type JoinForm = { code: string; pseudonym?: string | undefined; person?: NewPerson | undefined };

type Ready = { phrase: string | null; digest: Buffer | null; hash: string | null };

/** The slow hashing, before any row is locked. */
async function prepare(actor: Actor, code: OpenCode, form: JoinForm): Promise<Ready> {
  if (actor.userId) return { phrase: null, digest: null, hash: null };
  if (asksForAccount(code.kind, code.projectKind)) {
    const person = form.person;
    if (!person) throw invalid("Give your name, a sign-in name and a passphrase.", { errors: [{ path: "/person", message: "is missing" }] });
    const fault = passwordFault(person.password, { login: person.login, email: code.email });
    if (fault) throw invalid(fault, { errors: [{ path: "/person/password", message: fault }] });
    return { phrase: null, digest: null, hash: await hashPassword(actor, person.password) };
  }
  if (!form.pseudonym) throw invalid("Choose one of the names on offer.", { errors: [{ path: "/pseudonym", message: "is missing" }] });
  const phrase = newPhrase(actor);
  return { phrase, digest: await hashingPlace(actor, () => phraseDigest(actor, phrase)), hash: null };
}

/**
 * Joins a project with a code or invitation: somebody signed in gets a membership, anybody else an account with it
 * (a pseudonym and a return phrase in a class, a person's account otherwise) and a session. The phrase is given once.
 */
export async function joinProject(actor: Actor, form: JoinForm, afterJoin?: AfterJoin): Promise<Joined> {
  const looked = await openCode(actor, form.code);
  const ready = await prepare(actor, looked, form);
  const joined = await transaction(async (tx) => {
    const code = await useCode(actor, form.code, tx);
    if (!code) return null;
    const userId = actor.userId ?? (await makeUser(actor, code, form, ready, tx));
    const memberId = await makeMember(actor, code, userId, form, tx);
    const member = await justJoined(actor, code.projectId, memberId, tx);
    invariant(member, "the member was just written");
    await afterJoin?.(member, tx, member);
    await audit(member, { action: "member.joined", subject: "member", subjectId: memberId, detail: { by: code.kind, role: code.role } }, tx);
    await recordAccountEvent(actor, "joined", userId, { by: code.kind }, tx);
    const session = actor.userId ? null : await startSession(actor, userId, tx);
    const line = await row<{ pseudonym: string }>("SELECT pseudonym FROM member WHERE project_id = $1 AND id = $2", [code.projectId, memberId], tx);
    return { projectId: code.projectId, memberId, pseudonym: line?.pseudonym ?? "", phrase: ready.phrase, session };
  });
  if (joined) return joined;
  await countFailure("code-address", actor.address);
  throw wrongCode(actor);
}

async function makeUser(actor: Actor, code: OpenCode, form: JoinForm, ready: Ready, tx: Sql): Promise<string> {
  if (ready.hash !== null && form.person) return insertPerson(actor, { ...form.person, hash: ready.hash, email: code.email, verified: code.mailed }, tx);
  const id = newId();
  await rows("INSERT INTO app_user (id, name, kind, phrase_digest) VALUES ($1, $2, 'pupil', $3)", [id, form.pseudonym ?? null, ready.digest], tx);
  return id;
}

async function makeMember(actor: Actor, code: OpenCode, userId: string, form: JoinForm, tx: Sql): Promise<string> {
  const newcomer = { projectId: code.projectId, userId, role: code.role };
  if (!actor.userId) return form.pseudonym && !asksForAccount(code.kind, code.projectKind) ? addUnderPseudonym(actor, newcomer, form.pseudonym, tx) : addUnderAnyPseudonym(actor, newcomer, tx);
  if (actor.userKind === "pupil" && code.kind === "invitation") throw conflict("An invitation is for a person with an account of their own. Sign out first, then open the link again.");
  const before = await row<{ id: string; state: string }>("SELECT id, state FROM member WHERE project_id = $1 AND user_id = $2 FOR NO KEY UPDATE", [code.projectId, userId], tx);
  if (!before) return form.pseudonym ? addUnderPseudonym(actor, newcomer, form.pseudonym, tx) : addUnderAnyPseudonym(actor, newcomer, tx);
  if (before.state === "active") throw conflict("You are in this project already.", { current: { projectId: code.projectId } });
  if (code.kind === "code") throw conflict("A coordinator took you out of this project. Ask for an invitation to come back.");
  await rows("UPDATE member SET state = 'active', removed_at = NULL, role = $3, version = version + 1 WHERE project_id = $1 AND id = $2", [code.projectId, before.id, code.role], tx);
  return before.id;
}
