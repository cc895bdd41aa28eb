import { z } from "@hono/zod-openapi";
import { sessionCookieLine } from "@/lib/accounts/server/sessions";
import { enrolMember } from "@/lib/lessons/server/enrol";
import { joinProject, lookAtCode } from "@/lib/projects/server/join";
import { ROLES } from "@/lib/projects/permissions";
import { answer, body, group, route } from "./door";
import { id } from "./schemas";
import { Person } from "./setup";

const code = z.string().min(1).max(200);
const Offer = z.object({
  projectName: z.string(),
  projectKind: z.enum(["research", "class"]),
  role: z.enum(ROLES),
  asks: z.enum(["pseudonym", "account", "nothing"]).openapi({ description: "What joining needs: a made-up name, a new account, or nothing, since one is signed in" }),
  email: z.string().nullable(),
  pseudonyms: z.array(z.string()),
  projectId: id.nullable().openapi({ description: "The project, where whoever asks is in it already" }),
});
const Form = z.strictObject({ code, pseudonym: z.string().min(1).max(80).optional(), person: Person.optional() });
const Joined = z.object({
  projectId: id,
  memberId: id,
  pseudonym: z.string(),
  phrase: z.string().nullable().openapi({ description: "Four words to come back with, given here and nowhere else; null for people with an account of their own" }),
});

export const join = group()
  .openapi(route("anyone", { method: "post", path: "/join/look", summary: "What a join code or invitation opens, without using it", request: { body: body(z.strictObject({ code })) }, responses: { 200: answer(Offer) } }), async (c) =>
    c.json(Offer.parse(await lookAtCode(c.get("actor"), c.req.valid("json").code)), 200),
  )
  .openapi(route("anyone", { method: "post", path: "/join", summary: "Join a project with a code or invitation", request: { body: body(Form) }, responses: { 201: answer(Joined) } }), async (c) => {
    const actor = c.get("actor");
    const joined = await joinProject(actor, c.req.valid("json"), enrolMember);
    if (joined.session) c.header("Set-Cookie", sessionCookieLine(actor, joined.session));
    return c.json(Joined.parse(joined), 201);
  });
