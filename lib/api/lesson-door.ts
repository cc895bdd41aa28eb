import { z } from "@hono/zod-openapi";
import { doorOf, setDoor } from "@/lib/lessons/server/door";
import { answer, body, group, member, op, route } from "./door";
import { inProject, timestamp } from "./schemas";

const Door = z.object({ open: z.boolean(), code: z.string().nullable(), spaced: z.string().nullable(), path: z.string().nullable(), joined: z.int(), expiresAt: timestamp.nullable() });

export const lessonDoor = group()
  .openapi(route({ member: "lesson.teach" }, { method: "get", path: "/projects/{projectId}/lesson/door", summary: "The join code of the lesson, while its door is open", request: { params: inProject }, responses: { 200: answer(Door) } }), async (c) =>
    c.json(Door.parse(await doorOf(member(c))), 200),
  )
  .openapi(route({ member: "lesson.teach" }, { method: "post", path: "/projects/{projectId}/lesson/door", summary: "Open the door with a new code, or close it", request: { params: inProject, body: body(z.strictObject({ open: z.boolean() })) }, responses: { 200: answer(Door) } }), async (c) =>
    c.json(Door.parse(await setDoor(member(c), op(c), c.req.valid("json").open)), 200),
  );
