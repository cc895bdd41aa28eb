import { readLesson } from "@/lib/lessons/server/read-lesson";
import { answer, group, member, route } from "./door";
import { LessonBody } from "./lesson-schemas";
import { inProject, timestamp } from "./schemas";

const Read = LessonBody.extend({ now: timestamp.openapi({ description: "the server’s clock" }) });

export const lesson = group().openapi(
  route({ member: "lesson.read" }, { method: "get", path: "/projects/{projectId}/lesson", summary: "The lesson of a class, its steps and its clock", request: { params: inProject }, responses: { 200: answer(Read) } }),
  async (c) => c.json(Read.parse({ ...(await readLesson(member(c))), now: new Date() }), 200),
);
