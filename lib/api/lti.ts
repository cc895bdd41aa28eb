import { z } from "@hono/zod-openapi";
import { sessionCookieLine } from "@/lib/accounts/server/sessions";
import type { Refusal } from "@/lib/lti/refusals";
import { arrivePupil } from "@/lib/lti/server/arrive";
import { ltiCookieLine, ltiCookieOf } from "@/lib/lti/server/cookies";
import { publicKeys } from "@/lib/lti/server/keys";
import { beginLogin, openTicket, takeLaunch } from "@/lib/lti/server/launch";
import { freshSecret } from "@/lib/lti/server/seal";
import { arriveTeacher, linkAccount } from "@/lib/lti/server/teach";
import { log } from "@/lib/platform/log";
import { answer, body, formFields, group, route, type ApiContext } from "./door";
import { ownAddress } from "./own-address";

const Keys = z.object({ keys: z.array(z.record(z.string(), z.unknown())) });
const away = { 303: { description: "To the platform, the lesson, or a page that says what to do" } };
const FRAMES = ["iframe", "frame", "embed", "object"];
/** Bytes of a platform's form: a token of at most 32 kB, and its state. */
const FORM_LIMIT = 64 * 1024;

function leave(c: ApiContext, to: string): Response {
  return c.redirect(to, 303);
}

function refuse(c: ApiContext, why: Refusal): Response {
  log.info({ requestId: c.get("requestId"), lti: why }, "launch refused");
  return leave(c, `/lti/refused?why=${why}`);
}

const cookie = (c: ApiContext, which: "browser" | "ticket", value: string): void => c.header("Set-Cookie", ltiCookieLine(c.get("actor"), which, value), { append: true });

const MOST = 2000;
const NEEDED = ["iss", "login_hint", "target_link_uri"] as const;
const MORE = ["client_id", "lti_deployment_id", "lti_message_hint"] as const;

/** The login, begun by a link or a form of the platform. Inside a frame no cookie would come back, so a new tab begins it again. */
async function login(c: ApiContext, field: (name: string) => string | null): Promise<Response> {
  const given = [...NEEDED, ...MORE].flatMap((name) => field(name) === null ? [] : [[name, field(name) ?? ""] as const]);
  const fields = Object.fromEntries(given);
  if (NEEDED.some((name) => !fields[name]) || given.some(([, value]) => value.length > MOST)) return refuse(c, "bad_request");
  if (FRAMES.includes(c.req.header("sec-fetch-dest") ?? "")) return leave(c, `/lti/new-tab?${new URLSearchParams(fields).toString()}`);
  const actor = c.get("actor");
  const browser = ltiCookieOf(actor, "browser", c.req.raw.headers) ?? freshSecret(actor);
  const form = { iss: fields["iss"] ?? "", loginHint: fields["login_hint"] ?? "", target: fields["target_link_uri"] ?? "", clientId: fields["client_id"] ?? null, deploymentId: fields["lti_deployment_id"] ?? null, messageHint: fields["lti_message_hint"] ?? null };
  const begun = await beginLogin(actor, form, browser, ownAddress(c));
  if (!begun.ok) return refuse(c, begun.error);
  cookie(c, "browser", browser);
  return leave(c, begun.value);
}

export const lti = group()
  .openapi(route("anyone", { method: "get", path: "/lti/keys", summary: "The public keys of this tool (JWKS), for learning platforms", responses: { 200: answer(Keys) } }), async (c) => c.json(Keys.parse({ keys: await publicKeys(c.get("actor")) }), 200))
  .openapi(route("anyone", { method: "get", path: "/lti/login", summary: "Begin a launch from a learning platform (LTI 1.3)", responses: away }), (c) => login(c, (name) => c.req.query(name) ?? null))
  .openapi(route("anyone", { method: "post", path: "/lti/login", summary: "The same, posted as a form by the platform's page", responses: away }, FORM_LIMIT, "foreign_form"), (c) => login(c, (name) => formFields(c).get(name) ?? null))
  .openapi(route("anyone", { method: "post", path: "/lti/launch", summary: "The platform's answer to a login: id_token and state as a form", responses: away }, FORM_LIMIT, "foreign_form"), async (c) => {
    const [idToken, state] = [formFields(c).get("id_token"), formFields(c).get("state")];
    if (!idToken || !state) return refuse(c, "bad_request");
    const taken = await takeLaunch(c.get("actor"), idToken, state, ownAddress(c));
    if (!taken.ok) return refuse(c, taken.error);
    cookie(c, "ticket", taken.value);
    return leave(c, "/api/v1/lti/open");
  })
  .openapi(route("anyone", { method: "get", path: "/lti/open", summary: "Go in with the launch that this browser began and the platform has answered", responses: away }), async (c) => {
    const actor = c.get("actor");
    const [sealed, browser] = [ltiCookieOf(actor, "ticket", c.req.raw.headers), ltiCookieOf(actor, "browser", c.req.raw.headers)];
    const ticket = await openTicket(actor, sealed, browser);
    if (!ticket.ok) return refuse(c, ticket.error);
    if (ticket.value.role === "teacher") {
      const teacher = ticket.value.user === null ? await arriveTeacher(actor, ticket.value) : null;
      if (teacher) cookie(c, "ticket", teacher.ticket);
      if (teacher?.session) c.header("Set-Cookie", sessionCookieLine(actor, teacher.session), { append: true });
      return leave(c, "/lti/teacher");
    }
    cookie(c, "ticket", "");
    cookie(c, "browser", "");
    const arrived = await arrivePupil(actor, ticket.value);
    if (!arrived.ok) return refuse(c, arrived.error);
    c.header("Set-Cookie", sessionCookieLine(actor, arrived.value.session), { append: true });
    return leave(c, `/p/${arrived.value.projectId}/lesson`);
  })
  .openapi(route("signed_in", { method: "post", path: "/lti/link", summary: "Link the account that is signed in with the teacher whom a learning platform has just sent", request: { body: body(z.strictObject({})) }, responses: { 200: answer(z.object({ linked: z.literal(true) })) } }), async (c) => {
    const actor = c.get("actor");
    cookie(c, "ticket", await linkAccount(actor, ltiCookieOf(actor, "ticket", c.req.raw.headers), ltiCookieOf(actor, "browser", c.req.raw.headers)));
    return c.json({ linked: true } as const, 200);
  });
