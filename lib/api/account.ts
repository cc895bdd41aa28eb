import { z } from "@hono/zod-openapi";
import { accountOf, changeName, changePassword, signOutEverywhere } from "@/lib/accounts/server/account";
import { maskOfMine } from "@/lib/articles/server/source-mask";
import { endSession, listSessions, sessionCookieLine } from "@/lib/accounts/server/sessions";
import { listTokens, makeToken, revokeToken } from "@/lib/accounts/server/tokens";
import { withdrawOpen } from "@/lib/assignments/server/leave";
import { eraseMe, ledAlone } from "@/lib/projects/server/erase";
import { everythingOfMine } from "@/lib/projects/server/mine";
import { invalid } from "@/lib/kernel/errors";
import { answer, body, group, route } from "./door";
import { id, name, timestamp, version } from "./schemas";

const Account = z.object({ id, kind: z.enum(["person", "pupil"]), name: z.string().nullable(), login: z.string().nullable(), email: z.string().nullable(), hasPassword: z.boolean(), createdAt: timestamp, version });
const SessionLine = z.object({ id, startedAt: timestamp, lastSeenAt: timestamp, current: z.boolean() });
const Token = z.object({ id, name: z.string(), createdAt: timestamp, lastUsedAt: timestamp.nullable(), expiresAt: timestamp });
const Ended = z.object({ ended: z.int() });
const Done = z.object({ done: z.literal(true) });
const done = { done: true } as const;
const list = <S extends z.ZodType>(item: S) => z.object({ items: z.array(item) });
const oneSession = z.object({ sessionId: id });
const oneToken = z.object({ tokenId: id });

export const account = group()
  .openapi(route("signed_in", { method: "get", path: "/account", summary: "One's own account", responses: { 200: answer(Account) } }), async (c) => c.json(Account.parse(await accountOf(c.get("actor"))), 200))
  .openapi(route("signed_in", { method: "patch", path: "/account", summary: "Change the name that is shown to the team", request: { body: body(z.strictObject({ version, name: name(100) })) }, responses: { 200: answer(Account) } }), async (c) =>
    c.json(Account.parse(await changeName(c.get("actor"), c.req.valid("json"))), 200),
  )
  .openapi(route("signed_in", { method: "post", path: "/account/password", summary: "Change the passphrase; other sessions end", request: { body: body(z.strictObject({ old: z.string().max(4000), password: z.string().max(4000) })) }, responses: { 200: answer(Ended) } }), async (c) =>
    c.json(Ended.parse(await changePassword(c.get("actor"), c.req.valid("json"))), 200),
  )
  .openapi(route("signed_in", { method: "get", path: "/account/sessions", summary: "Where one is signed in", responses: { 200: answer(list(SessionLine)) } }), async (c) => c.json(list(SessionLine).parse({ items: await listSessions(c.get("actor")) }), 200))
  .openapi(route("signed_in", { method: "delete", path: "/account/sessions/{sessionId}", summary: "End one session", request: { params: oneSession }, responses: { 200: answer(Done) } }), async (c) => {
    await endSession(c.get("actor"), c.req.valid("param").sessionId);
    return c.json(done, 200);
  })
  .openapi(route("signed_in", { method: "post", path: "/account/sign-out-everywhere", summary: "End every session, this one too", responses: { 200: answer(Ended) } }), async (c) => {
    const actor = c.get("actor");
    const ended = await signOutEverywhere(actor);
    c.header("Set-Cookie", sessionCookieLine(actor, ""));
    return c.json(Ended.parse(ended), 200);
  })
  .openapi(route("signed_in", { method: "get", path: "/account/tokens", summary: "One's API tokens", responses: { 200: answer(list(Token)) } }), async (c) => c.json(list(Token).parse({ items: await listTokens(c.get("actor")) }), 200))
  .openapi(
    route("signed_in", { method: "post", path: "/account/tokens", summary: "Make an API token; it is shown once", request: { body: body(z.strictObject({ name: name(100), days: z.int().min(1).max(366) })) }, responses: { 201: answer(Token.extend({ token: z.string() })) } }),
    async (c) => c.json(Token.extend({ token: z.string() }).parse(await makeToken(c.get("actor"), c.req.valid("json"))), 201),
  )
  .openapi(route("signed_in", { method: "delete", path: "/account/tokens/{tokenId}", summary: "Revoke an API token", request: { params: oneToken }, responses: { 200: answer(Done) } }), async (c) => {
    await revokeToken(c.get("actor"), c.req.valid("param").tokenId);
    return c.json(done, 200);
  })
  .openapi(route("signed_in", { method: "get", path: "/account/download", summary: "Everything that is one's own, as one JSON file", responses: { 200: answer(z.looseObject({})) } }), async (c) => {
    const mine = await everythingOfMine(c.get("actor"), maskOfMine);
    return c.body(JSON.stringify(mine, null, 2), 200, { "Content-Type": "application/json", "Content-Disposition": 'attachment; filename="slantwise-mine.json"' }) as never;
  })
  .openapi(route("signed_in", { method: "get", path: "/account/hand-over", summary: "Projects that one alone leads and must hand over before one can be erased", responses: { 200: answer(list(z.object({ id, name: z.string() }))) } }), async (c) =>
    c.json(list(z.object({ id, name: z.string() })).parse({ items: await ledAlone(c.get("actor")) }), 200),
  )
  .openapi(
    route("signed_in", { method: "post", path: "/account/erasure", summary: "Erase oneself; marks stay under “withdrawn-n”", request: { body: body(z.strictObject({ confirm: z.string().max(40), notes: z.boolean() })) }, responses: { 200: answer(Done) } }),
    async (c) => {
      const { confirm, notes } = c.req.valid("json");
      if (confirm.trim().toLowerCase() !== "erase me") throw invalid("Type “erase me” to confirm.", { errors: [{ path: "/confirm", message: "must be “erase me”" }] });
      await eraseMe(c.get("actor"), { notes }, withdrawOpen);
      c.header("Set-Cookie", sessionCookieLine(c.get("actor"), ""));
      return c.json(done, 200);
    },
  );
