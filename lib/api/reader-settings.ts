import { z } from "@hono/zod-openapi";
import { COMMAND_NAME, GRANULARITIES, LONGEST_KEY, MOST_KEYS } from "@/lib/accounts/reader-settings";
import { changeReaderSettings } from "@/lib/accounts/server/reader-settings";
import { answer, body, group, route } from "./door";

const keys = z
  .record(z.string().regex(COMMAND_NAME, "is not the name of a command"), z.string().max(LONGEST_KEY))
  .refine((map) => Object.keys(map).length <= MOST_KEYS, { error: `must name at most ${MOST_KEYS} commands` })
  .openapi({ description: "Keys that replace the usual ones, by command; an empty one switches the command's key off. Replaces the whole map." });
const Settings = z.object({ keys, singleKeys: z.boolean(), granularity: z.enum(GRANULARITIES), spokenBorders: z.boolean(), suggestions: z.boolean() });
const Change = z.strictObject(Settings.partial().shape).refine((change) => Object.keys(change).length > 0, { error: "names nothing to change" });

export const readerSettings = group().openapi(
  route("signed_in", { method: "patch", path: "/account/reader-settings", summary: "Change how one likes the reader to be; what is not named stays", request: { body: body(Change) }, responses: { 200: answer(Settings) } }),
  async (c) => c.json(Settings.parse(await changeReaderSettings(c.get("actor"), c.req.valid("json"))), 200),
);
