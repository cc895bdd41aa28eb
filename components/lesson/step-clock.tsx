"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl/react";
import { clockFace } from "@/lib/lessons/clock";

/**
 * How much time is left of the step. It only tells: at zero nothing is taken away.
 * @param seconds left when the server answered
 */
export function StepClock({ seconds, paused }: { seconds: number; paused: boolean }) {
  const t = useTranslations("pupil");
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    if (paused) return undefined;
    // The browser's own clock may be hours off; only what passes on it is counted.
    const begun = performance.now();
    const timer = setInterval(() => setLeft(Math.max(0, seconds - Math.floor((performance.now() - begun) / 1_000))), 500);
    return () => clearInterval(timer);
  }, [seconds, paused]);
  if (left === 0) return <p className="pl-clock" role="status"><b>{t("timeUp")}</b><span className="x12">{t("timeUpDetail")}</span></p>;
  return (
    <p className="pl-clock">
      <b className="num" role="timer" aria-label={t("timeLeft", { time: clockFace(left) })}>{clockFace(left)}</b>
      <span className="x12">{t(paused ? "paused" : "left")}</span>
    </p>
  );
}
