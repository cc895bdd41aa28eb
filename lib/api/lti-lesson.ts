import { z } from "@hono/zod-openapi";
import { ltiCookieOf } from "@/lib/lti/server/cookies";
import { giveLesson, linkBack } from "@/lib/lti/server/give-lesson";
import { pointsToCourse, sendPoints } from "@/lib/lti/server/scores";
import { answer, body, group, member, op, route, type ApiContext } from "./door";
import { ownAddress } from "./own-address";
import { inProject } from "./schemas";

const Points = z.object({
  pupils: z.int().openapi({ description: "Pupils who came from a course that takes points" }),
  sent: z.int(),
  waiting: z.int(),
  failed: z.int().openapi({ description: "Of those waiting: how many the platform did not take at the last try" }),
});
const Link = z.object({ returnUrl: z.string(), jwt: z.string(), name: z.string() });
const nothing = body(z.strictObject({}));
const cookies = (c: ApiContext) => ({ ticket: ltiCookieOf(c.get("actor"), "ticket", c.req.raw.headers), browser: ltiCookieOf(c.get("actor"), "browser", c.req.raw.headers) });

export const ltiLesson = group()
  .openapi(route({ member: "lesson.teach" }, { method: "post", path: "/projects/{projectId}/lesson/lti", summary: "Make the link by which the teacher came from a course lead to this lesson", request: { params: inProject, body: nothing }, responses: { 200: answer(z.object({ done: z.literal(true) })) } }), async (c) => {
    await giveLesson(member(c), op(c), cookies(c));
    return c.json({ done: true } as const, 200);
  })
  .openapi(route({ member: "lesson.teach" }, { method: "post", path: "/projects/{projectId}/lesson/lti/link", summary: "The signed link to this lesson for the course that asked for one; changes nothing here", request: { params: inProject, body: nothing }, responses: { 200: answer(Link) } }), async (c) =>
    c.json(Link.parse(await linkBack(member(c), cookies(c), ownAddress(c))), 200),
  )
  .openapi(route({ member: "lesson.teach" }, { method: "get", path: "/projects/{projectId}/lesson/lti/scores", summary: "How far the points of this lesson are in the grade books of courses", request: { params: inProject }, responses: { 200: answer(Points) } }), async (c) =>
    c.json(Points.parse(await pointsToCourse(member(c))), 200),
  )
  .openapi(route({ member: "lesson.teach" }, { method: "post", path: "/projects/{projectId}/lesson/lti/scores", summary: "Send the points that were given, and those that changed since", request: { params: inProject, body: nothing }, responses: { 200: answer(Points) } }), async (c) =>
    c.json(Points.parse(await sendPoints(member(c), op(c))), 200),
  );
