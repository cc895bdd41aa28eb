import type { StepClock } from "./lesson";

const SECOND = 1_000;

/** Seconds left of a step, from 0; a paused clock stands. */
export const secondsLeft = (clock: StepClock, now: Date): number => (clock.endsAt === null ? clock.pausedSeconds : Math.max(0, Math.ceil((clock.endsAt.getTime() - now.getTime()) / SECOND)));

/** A clock that runs for so many seconds from now. */
export const running = (seconds: number, now: Date): StepClock => ({ endsAt: new Date(now.getTime() + seconds * SECOND), pausedSeconds: null });

/** What becomes of a clock; minutes are added to what is left, and a clock that has run out begins anew. */
export function changedClock(clock: StepClock, change: { readonly do: "add"; readonly minutes: number } | { readonly do: "pause" } | { readonly do: "resume" }, now: Date): StepClock {
  const left = secondsLeft(clock, now);
  if (change.do === "pause") return { endsAt: null, pausedSeconds: left };
  if (change.do === "resume") return running(left, now);
  const more = left + change.minutes * 60;
  return clock.endsAt === null ? { endsAt: null, pausedSeconds: more } : running(more, now);
}

/** Minutes and seconds as a clock shows them, "11:20". */
export const clockFace = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
