import { z } from "@hono/zod-openapi";
import { sessionCookieLine } from "@/lib/accounts/server/sessions";
import { startingCodebook } from "@/lib/codebook/presets/starting";
import { setUp } from "@/lib/projects/server/setup";
import { answer, body, group, route } from "./door";
import { id, name } from "./schemas";

/** What a person says of themselves when an account is made. */
export const Person = z.strictObject({ name: name(100), login: z.string().min(1).max(200), password: z.string().max(4000) });
const Form = z.strictObject({ token: z.string().min(1).max(200), person: Person, kind: z.enum(["research", "class"]), start: z.enum(["sample", "own", "empty"]) });
const Made = z.object({ projectId: id });

export const setup = group().openapi(
  route("anyone", { method: "post", path: "/setup", summary: "Make the first account with the one-time token of the set-up link, and be signed in", request: { body: body(Form) }, responses: { 201: answer(Made) } }),
  async (c) => {
    const actor = c.get("actor");
    const made = await setUp(actor, c.req.valid("json"), startingCodebook(c.req.valid("json").kind));
    c.header("Set-Cookie", sessionCookieLine(actor, made.session));
    return c.json(Made.parse(made), 201);
  },
);
