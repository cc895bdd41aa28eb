import { z } from "@hono/zod-openapi";
import { recordAccountEvent } from "@/lib/accounts/server/events";
import { offeredProviders, offersMail } from "@/lib/accounts/server/providers";
import { resetWithToken, sendResetLink } from "@/lib/accounts/server/reset";
import { sessionCookieLine, signOut } from "@/lib/accounts/server/sessions";
import { answer, body, group, route } from "./door";
import { id } from "./schemas";

const Session = z.object({
  user: z.object({ id, name: z.string().nullable(), kind: z.enum(["person", "pupil"]) }).nullable(),
  providers: z.array(z.object({ id: z.string(), name: z.string() })),
  mail: z.boolean(),
});
const Done = z.object({ done: z.literal(true) });
const done = { done: true } as const;

export const session = group()
  .openapi(route("anyone", { method: "get", path: "/session", summary: "Who is signed in, and the ways to sign in", responses: { 200: answer(Session) } }), async (c) => {
    const actor = c.get("actor");
    const user = actor.userId ? { id: actor.userId, name: actor.userName, kind: actor.userKind } : null;
    return c.json(Session.parse({ user, providers: offeredProviders(actor), mail: offersMail(actor) }), 200);
  })
  .openapi(route("anyone", { method: "delete", path: "/session", summary: "Sign out of this browser", responses: { 200: answer(Done) } }), async (c) => {
    const actor = c.get("actor");
    await signOut(actor);
    if (actor.sessionId) await recordAccountEvent(actor, "signed_out", actor.userId);
    c.header("Set-Cookie", sessionCookieLine(actor, ""));
    return c.json(done, 200);
  })
  .openapi(route("anyone", { method: "post", path: "/session/reset-link", summary: "Send a link for a new passphrase; the answer does not tell whether the address is known", request: { body: body(z.strictObject({ email: z.email().max(320) })) }, responses: { 202: answer(Done) } }), async (c) => {
    await sendResetLink(c.get("actor"), c.req.valid("json").email);
    return c.json(done, 202);
  })
  .openapi(route("anyone", { method: "post", path: "/session/reset", summary: "Set a new passphrase with the token of a link", request: { body: body(z.strictObject({ token: z.string().min(1).max(200), password: z.string().max(4000) })) }, responses: { 200: answer(Done) } }), async (c) => {
    const { token, password } = c.req.valid("json");
    await resetWithToken(c.get("actor"), token, password);
    return c.json(done, 200);
  });
