"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl/react";
import { clockFace, secondsLeft } from "@/lib/lessons/clock";
import type { Timed } from "./use-live";

/** Seconds left of the step by the server's clock, anew every second; null where no clock goes. */
export function useSecondsLeft({ lesson, ahead }: Timed): number | null {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  if (lesson.clock === null) return null;
  const clock = lesson.clock.endsAt === null ? lesson.clock : { endsAt: new Date(lesson.clock.endsAt), pausedSeconds: null };
  return secondsLeft(clock, new Date(now + ahead));
}

/** What is left of the running step, as a clock and a bar. */
export function ClockPanel({ timed }: { timed: Timed }) {
  const t = useTranslations("lessonLive");
  const left = useSecondsLeft(timed);
  const { lesson } = timed;
  const step = lesson.step === null ? null : lesson.steps[lesson.step]!;
  if (lesson.state === "ended") return <section><h2 className="ll-state">{t("ended")}</h2><p className="muted">{t("endedWhy")}</p></section>;
  if (step === null || left === null) return <section><h2 className="ll-state">{t("notStarted")}</h2><p className="muted">{t("planned", { n: lesson.steps.reduce((sum, { minutes }) => sum + minutes, 0) })}</p></section>;
  const paused = lesson.clock?.endsAt === null;
  return (
    <section>
      <div className="ll-clock" role="timer"><b className="num">{clockFace(left)}</b><span className="muted">{t(`left.${step.kind}`)}{paused && ` · ${t("paused")}`}</span></div>
      <div className="bar" aria-hidden="true"><i style={{ inlineSize: `${Math.min(100, (left / (step.minutes * 60)) * 100)}%` }} /></div>
      {left === 0 && <p className="x12" role="status">{t("timeUp")}</p>}
    </section>
  );
}
