import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { collectUnfinished } from "@/lib/annotations/server/close";
import { revealNow } from "@/lib/annotations/server/reveal";
import { conflict, invalid, notFound } from "@/lib/kernel/errors";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import { changedClock, running } from "../clock";
import type { Lesson, StepClock } from "../lesson";
import { missing } from "../plan";
import { readLesson } from "./read-lesson";

type Seen = { readonly version: number };
export type Move = { readonly move: "start" | "next" | "back" } | { readonly move: "to"; readonly step: number };

/** Everybody's page looks again. */
const tell = (actor: MemberActor, tx: Sql): Promise<unknown> => rows("INSERT INTO outbox (project_id, kind) VALUES ($1, 'lesson')", [actor.projectId], tx);

/** The lesson of the version that the teacher saw, locked. Throws 409 with it as it stands where it is another, or no lesson that can be led. */
async function seenLesson(actor: MemberActor, { version }: Seen, tx: Sql): Promise<{ lesson: Lesson; now: Date }> {
  const locked = await row<{ now: Date }>("SELECT now() AS now FROM lesson WHERE project_id = $1 FOR NO KEY UPDATE", [actor.projectId], tx);
  const lesson = await readLesson(actor, tx);
  if (!locked) throw notFound();
  if (lesson.state === "template") throw conflict("This is a template. Copy it for a class first.", { current: lesson });
  if (lesson.version !== version) throw conflict("The lesson went on since you looked.", { current: lesson });
  return { lesson, now: locked.now };
}

const writeClock = (actor: MemberActor, clock: StepClock | null, tx: Sql): Promise<unknown> =>
  rows("UPDATE lesson SET step_ends_at = $2, paused_seconds = $3, version = version + 1 WHERE project_id = $1", [actor.projectId, clock?.endsAt ?? null, clock?.pausedSeconds ?? null], tx);

function stepMeant(lesson: Lesson, move: Move): number {
  if (move.move === "to") return move.step;
  if (move.move === "start") return 0;
  if (lesson.step === null) throw conflict(lesson.state === "ended" ? "This lesson is over." : "This lesson has not started.", { current: lesson });
  return lesson.step + (move.move === "next" ? 1 : -1);
}

/**
 * Moves the class to a step, and sets its clock going. Stepping to the reveal, or past it, is the reveal: it shows
 * everybody's marks and the newspapers to all at once, collects what is unfinished, and is never taken back.
 */
export const moveStep = (actor: MemberActor, op: Op, wish: Seen & Move): Promise<Lesson> =>
  runOperation(actor, op, async (tx) => {
    const { lesson, now } = await seenLesson(actor, wish, tx);
    if (wish.move === "start" && lesson.state !== "draft") throw conflict("This lesson has started already.", { current: lesson });
    const lacks = missing(lesson);
    if (lacks.length > 0) throw conflict(lacks[0] === "articles" ? "Choose two articles at least before you start." : "Say about whom pupils mark before you start.", { current: lesson });
    const step = stepMeant(lesson, wish);
    const next = lesson.steps[step];
    if (!next) throw invalid("/step: there is no such step", { errors: [{ path: "/step", message: "there is no such step" }] });
    const reveal = lesson.steps.findIndex(({ kind }) => kind === "reveal");
    const collected = reveal >= 0 && step >= reveal ? await revealNow(actor, tx) : 0;
    const clock = running(next.minutes * 60, now);
    await rows(
      "UPDATE lesson SET state = 'running', step = $2, step_ends_at = $3, paused_seconds = NULL, started_at = coalesce(started_at, now()), ended_at = NULL, version = version + 1 WHERE project_id = $1",
      [actor.projectId, step, clock.endsAt],
      tx,
    );
    await tell(actor, tx);
    return { answer: await readLesson(actor, tx), deed: { action: "lesson.step", subject: "lesson", subjectId: actor.projectId, detail: { step, kind: next.kind, collected } } };
  });

export type ClockChange = { readonly do: "add"; readonly minutes: number } | { readonly do: "pause" } | { readonly do: "resume" };

/** Adds minutes to the running step, or stops and starts its clock. */
export const changeClock = (actor: MemberActor, op: Op, wish: Seen & ClockChange): Promise<Lesson> =>
  runOperation(actor, op, async (tx) => {
    const { lesson, now } = await seenLesson(actor, wish, tx);
    if (lesson.clock === null) throw conflict("No step is running.", { current: lesson });
    await writeClock(actor, changedClock(lesson.clock, wish, now), tx);
    await tell(actor, tx);
    return { answer: await readLesson(actor, tx), deed: { action: "lesson.clock", subject: "lesson", subjectId: actor.projectId, detail: { do: wish.do } } };
  });

/** Ends the lesson: what was begun is handed in, and the door is closed. It can be taken up again at any step. */
export const endLesson = (actor: MemberActor, op: Op, wish: Seen): Promise<Lesson> =>
  runOperation(actor, op, async (tx) => {
    const { lesson } = await seenLesson(actor, wish, tx);
    if (lesson.state !== "running") throw conflict(lesson.state === "ended" ? "This lesson is over." : "This lesson has not started.", { current: lesson });
    const collected = await collectUnfinished(actor, tx);
    await rows("UPDATE join_code c SET revoked_at = now() FROM lesson l WHERE l.project_id = $1 AND c.project_id = $1 AND c.id = l.code_id AND c.revoked_at IS NULL", [actor.projectId], tx);
    await rows("UPDATE lesson SET state = 'ended', step = NULL, step_ends_at = NULL, paused_seconds = NULL, ended_at = now(), version = version + 1 WHERE project_id = $1", [actor.projectId], tx);
    await tell(actor, tx);
    return { answer: await readLesson(actor, tx), deed: { action: "lesson.ended", subject: "lesson", subjectId: actor.projectId, detail: { collected } } };
  });

/** Hands in what the class (or one pupil) has begun, as it stands. Articles that nobody began stay open. */
export const collect = (actor: MemberActor, op: Op, { memberId }: { memberId?: string | undefined }): Promise<{ collected: number }> =>
  runOperation(actor, op, async (tx) => {
    await readLesson(actor, tx);
    if (memberId && !(await row("SELECT 1 FROM member WHERE project_id = $1 AND id = $2 AND role = 'annotator'", [actor.projectId, memberId], tx))) throw notFound();
    const collected = await collectUnfinished(actor, tx, memberId ?? null);
    return { answer: { collected }, deed: { action: "lesson.collected", subject: "lesson", subjectId: actor.projectId, detail: { collected, ...(memberId ? { memberId } : {}) } } };
  });

/** Shows pseudonyms on the screens that the class sees, or hides them again. */
export const showNames = (actor: MemberActor, op: Op, { shown }: { shown: boolean }): Promise<Lesson> =>
  runOperation(actor, op, async (tx) => {
    const changed = await row("UPDATE lesson SET names_shown = $2, version = version + 1 WHERE project_id = $1 RETURNING project_id", [actor.projectId, shown], tx);
    if (!changed) throw notFound();
    await tell(actor, tx);
    return { answer: await readLesson(actor, tx), deed: { action: "lesson.names", subject: "lesson", subjectId: actor.projectId, detail: { shown } } };
  });
