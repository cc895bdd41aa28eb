import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { actorOf, memberOf, type Actor, type MemberActor } from "./actor";
import { credentialOf } from "./credential";

/** The actor of a page, signed in or not. */
export const pageActor = async (): Promise<Actor> => actorOf(credentialOf(await headers()));

/** The actor of a page that needs an account; anyone else is sent to sign in and comes back to `path`. */
export async function signedIn(path: string): Promise<Actor> {
  const actor = await pageActor();
  if (actor.kind === "anonymous") redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  return actor;
}

// Layout and page of one answer ask for the same member; the second asks nobody.
const found = cache(async (projectId: string) => memberOf(credentialOf(await headers()), projectId));

/** The member behind a page of a project; a project that is not theirs is a page that does not exist. */
export async function pageMember(projectId: string, path: string): Promise<MemberActor> {
  const { actor, member } = await found(projectId);
  if (actor.kind === "anonymous") redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  if (!member) notFound();
  return member;
}
