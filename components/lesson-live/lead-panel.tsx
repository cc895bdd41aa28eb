"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Switch } from "@/components/ui/switch";
import { liveApi } from "./api";
import { ClockPanel } from "./clock-panel";
import { DoorPanel } from "./door-panel";
import { StepsPanel } from "./steps-panel";
import type { Live, Timed } from "./use-live";

const MORE_MINUTES = 5;

/** The left of the live screen: how to get in, what time is left, which step runs, and the one thing to do next. */
export function LeadPanel({ projectId, live, timed, publicUrl }: { projectId: string; live: Live; timed: Timed; publicUrl: string | null }) {
  const t = useTranslations("lessonLive");
  const names = useTranslations("lesson.steps");
  const [sure, setSure] = useState<{ step: number } | "end" | null>(null);
  const { lesson } = timed;
  const param = { projectId };
  const { version } = lesson;
  const reveal = lesson.steps.findIndex(({ kind }) => kind === "reveal");
  const move = (step: number) => void live.act(() => unwrap(liveApi.steps.$post({ param, json: { version, move: "to", step } })));
  const go = (step: number) => (!lesson.revealed && reveal >= 0 && step >= reveal ? setSure({ step }) : move(step));
  const clock = (json: Parameters<typeof liveApi.clock.$post>[0]["json"]) => void live.act(() => unwrap(liveApi.clock.$post({ param, json })));
  const paused = lesson.clock?.endsAt === null;
  const next = lesson.step === null ? null : lesson.step + 1;
  const primary = (): { words: string; run: () => void } => {
    if (lesson.state === "draft") return { words: t("start"), run: () => void live.act(() => unwrap(liveApi.steps.$post({ param, json: { version, move: "start" } }))) };
    if (next === null) return { words: t("again"), run: () => go(lesson.steps.length - 1) };
    if (next >= lesson.steps.length) return { words: t("end"), run: () => setSure("end") };
    return { words: lesson.steps[next]!.kind === "reveal" && !lesson.revealed ? t("reveal") : t("next", { step: names(lesson.steps[next]!.kind) }), run: () => go(next) };
  };
  const { words, run } = primary();
  const about = sure === "end" ? "end" : "reveal";
  return (
    <aside className="pane ll-left" aria-label={t("label")}>
      <DoorPanel projectId={projectId} live={live} publicUrl={publicUrl} ended={lesson.state === "ended"} />
      <ClockPanel timed={timed} />
      <StepsPanel lesson={lesson} board={live.board.value} onGo={go} />
      <section className="ll-told">
        <Switch label={t("names")} checked={lesson.namesShown} onChange={(event) => { const shown = event.target.checked; void live.act(() => unwrap(liveApi.names.$patch({ param, json: { shown } }))); }} />
        <p><span>{t("hidden")}</span><span className="x12 muted">{t(lesson.sourceHidden ? "hiddenYes" : "hiddenNo")}</span></p>
      </section>
      <div className="ll-acts">
        {live.refused && <Alert>{live.refused}</Alert>}
        {lesson.clock !== null && <>
          <Button onClick={() => clock({ version, do: "add", minutes: MORE_MINUTES })}>{t("add")}</Button>
          <Button onClick={() => clock({ version, do: paused ? "resume" : "pause" })}>{t(paused ? "resume" : "pause")}</Button>
        </>}
        <Button look="primary" size="large" busy={live.busy} onClick={run}>{words}</Button>
      </div>
      <Dialog
        open={sure !== null} onClose={() => setSure(null)} title={t(`sure.${about}`)}
        acts={<><Button onClick={() => setSure(null)}>{t("sure.cancel")}</Button><Button look="primary" onClick={() => { setSure(null); if (sure === "end") void live.act(() => unwrap(liveApi.end.$post({ param, json: { version } }))); else if (sure) move(sure.step); }}>{t(about === "end" ? "sure.endYes" : "sure.revealYes")}</Button></>}
      >
        <p>{t(about === "end" ? "sure.endWhy" : "sure.revealWhy")}</p>
      </Dialog>
    </aside>
  );
}
