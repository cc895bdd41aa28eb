import "server-only";
import { PrismaAdapter } from "@next-auth/prisma-adapter";
import type { Adapter, AdapterAccount, AdapterSession, AdapterUser } from "next-auth/adapters";
import { newId } from "@/lib/kernel/id";
import { prisma, row, rows } from "@/lib/platform/database";
import { tokenDigest, type Actor } from "./actor";
import { recordAccountEvent } from "./events";

/** What identity providers need to know about invitations; lib/projects gives it, see `lib/projects/server/invitations.ts`. */
export type Invitations = {
  /** Whether an invitation for this address is open. */
  readonly pending: (actor: Actor, email: string) => Promise<boolean>;
  /** Makes the person and their memberships from every open invitation for the address, in one transaction; null when there is none. */
  readonly accept: (actor: Actor, person: { email: string; name: string | null }) => Promise<string | null>;
};

type SessionLine = { sessionToken: string; userId: string; expires: Date };

const SESSION = `s.user_id AS "userId", s.expires`;
const LIVE = "s.expires > now() AND s.created_at > now() - interval '30 days'";

/**
 * next-auth's adapter over our tables: session tokens are stored as digests only, sessions end after 7 idle and 30
 * absolute days, disabled people have none, and a new person exists only through an invitation.
 */
export function authAdapter(actor: Actor, invitations: Invitations): Adapter {
  const base = PrismaAdapter(prisma() as never) as Adapter;
  const userById = async (id: string): Promise<AdapterUser | null> => (await row<AdapterUser>(`SELECT id, name, email, email_verified AS "emailVerified" FROM app_user WHERE id = $1 AND disabled_at IS NULL`, [id])) ?? null;
  return {
    ...base,
    getUser: userById,
    // Only a verified address identifies somebody: whoever got an invitation link by hand may have typed any.
    async getUserByEmail(email) {
      const found = await row<{ id: string }>("SELECT id FROM app_user WHERE email = $1 AND email_verified IS NOT NULL", [email.toLowerCase()]);
      return found ? userById(found.id) : null;
    },
    async getUserByAccount({ provider, providerAccountId }) {
      const found = await row<{ id: string }>("SELECT user_id AS id FROM account WHERE provider = $1 AND provider_account_id = $2", [provider, providerAccountId]);
      return found ? userById(found.id) : null;
    },
    async createUser(profile: Omit<AdapterUser, "id">) {
      const email = profile.email?.toLowerCase();
      const id = email ? await invitations.accept(actor, { email, name: profile.name ?? null }) : null;
      const made = id ? await userById(id) : null;
      if (!made) throw new Error("No invitation is open for this address");
      return made;
    },
    async updateUser({ id, emailVerified }) {
      // Providers may tell us that an address is verified, and nothing else.
      if (emailVerified) await rows("UPDATE app_user SET email_verified = $2 WHERE id = $1", [id, emailVerified]);
      const user = await userById(id);
      if (!user) throw new Error("The account is disabled");
      return user;
    },
    // Their tokens are of no use to us, so they are not kept.
    async linkAccount({ userId, type, provider, providerAccountId }: AdapterAccount) {
      await prisma().account.create({ data: { userId, type, provider, providerAccountId } });
    },
    async createSession({ sessionToken, userId }) {
      await rows("INSERT INTO session (id, token_digest, user_id, expires) VALUES ($3, $1, $2, now() + interval '7 days')", [tokenDigest(sessionToken), userId, newId()]);
      await recordAccountEvent(actor, "signed_in", userId);
      return { sessionToken, userId, expires: new Date(Date.now() + 30 * 24 * 3600 * 1000) };
    },
    async getSessionAndUser(sessionToken) {
      const session = await row<SessionLine>(`SELECT $1 AS "sessionToken", ${SESSION} FROM session s WHERE s.token_digest = $2 AND ${LIVE}`, [sessionToken, tokenDigest(sessionToken)]);
      const user = session && (await userById(session.userId));
      return session && user ? { session, user } : null;
    },
    async updateSession({ sessionToken }) {
      const session = await row<AdapterSession>(
        `UPDATE session s SET last_seen_at = now(), expires = least(now() + interval '7 days', s.created_at + interval '30 days')
         WHERE s.token_digest = $2 AND ${LIVE} RETURNING $1 AS "sessionToken", ${SESSION}`,
        [sessionToken, tokenDigest(sessionToken)],
      );
      return session ?? null;
    },
    async deleteSession(sessionToken) {
      await rows("DELETE FROM session WHERE token_digest = $1", [tokenDigest(sessionToken)]);
    },
  };
}
