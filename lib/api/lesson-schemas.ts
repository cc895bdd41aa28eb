import { z } from "@hono/zod-openapi";
import { LESSON_STATES, STEP_KINDS } from "@/lib/lessons/lesson";
import { id, timestamp } from "./schemas";

export const StepBody = z.strictObject({ kind: z.enum(STEP_KINDS), minutes: z.int().min(1).max(90), help: z.string().max(300) });

/** The lesson as every member reads it. `now` is the server's clock, since the devices of a class show many times. */
export const LessonBody = z.object({
  state: z.enum(LESSON_STATES),
  event: z.string(),
  steps: z.array(z.object(StepBody.shape)),
  step: z.int().nullable(),
  clock: z.union([z.object({ endsAt: timestamp, pausedSeconds: z.null() }), z.object({ endsAt: z.null(), pausedSeconds: z.int() })]).nullable(),
  asksVoice: z.boolean(),
  asksJudgement: z.boolean(),
  exitQuestion: z.string(),
  namesShown: z.boolean(),
  articles: z.array(z.object({ articleId: id, title: z.string(), blockOrdinals: z.array(z.int()) })),
  targets: z.array(z.object({ id, name: z.string() })),
  sourceHidden: z.boolean(),
  revealed: z.boolean(),
  onScreenId: id.nullable(),
  startedAt: timestamp.nullable(),
  endedAt: timestamp.nullable(),
  version: z.int(),
});
