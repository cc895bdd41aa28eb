"use client";

import { useTranslations } from "use-intl/react";
import { Remarks, Waits } from "@/components/lesson-talk/class-heat";
import { ChosenPanel } from "@/components/lesson-talk/chosen-panel";
import { Side, SIDES } from "@/components/lesson-talk/framing-bars";
import { HeatChoice, Ramp } from "@/components/lesson-talk/heat-head";
import { HeatText } from "@/components/lesson-talk/heat-text";
import { splitsIn, useChoice } from "@/components/lesson-talk/use-choice";
import { useHeat, usePassage } from "@/components/lesson-talk/use-heat";
import { concerns } from "@/components/lesson-talk/use-news";
import { pinAt, usePins, wordsAt } from "@/components/lesson-talk/use-pins";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { LeadPanel } from "./lead-panel";
import { PupilsPanel } from "./pupils-panel";
import { useLesson, useLive } from "./use-live";

const NOTHING = { articles: [], targets: [] };

/** The teacher's screen while the lesson runs: leading it on the left, what the class marked in the middle, the pupils and the passage that is talked about on the right. */
export function LiveScreen({ projectId, publicUrl }: { projectId: string; publicUrl: string | null }) {
  const t = useTranslations("classTalk");
  const words = useTranslations("lessonLive");
  const reading = useLesson(projectId);
  const timed = reading.value;
  const lesson = timed?.lesson ?? null;
  const look = useHeat(projectId, lesson ?? NOTHING, lesson !== null);
  const splits = splitsIn(look.heats.value ?? []);
  const choice = useChoice(splits, ({ articleId }) => look.showArticle(articleId));
  const { place } = choice;
  const passage = usePassage(projectId, place, look.targetId);
  const pins = usePins(projectId, true);
  const live = useLive(projectId, reading, (kinds) => {
    if (concerns(kinds, "submitted", "returned", "lesson", "revised")) {
      void look.heats.read();
      void passage.read();
    }
    if (concerns(kinds, "lesson")) void pins.read();
  });
  const { heat } = look;
  const shown = look.heats.value?.find((one) => one.articleId === place?.articleId) ?? null;
  const disputed = heat?.splits[0] && wordsAt(heat.blocks, heat.splits[0]);
  if (!timed || !lesson) return <div className="lesson-live"><div className="ct-none">{reading.problem ? <><Alert>{reading.problem.detail}</Alert><Button onClick={() => void reading.read()}>{t("retry")}</Button></> : <Skeleton label={words("loading")} rows={8} />}</div></div>;
  const sum = (side: (typeof SIDES)[number]): number => heat?.passages.reduce((all, one) => all + one[side], 0) ?? 0;
  return (
    <div className="lesson-live">
      <LeadPanel projectId={projectId} live={live} timed={timed} publicUrl={publicUrl} />
      <section className="ll-mid" aria-label={t("title")}>
        <div className="ll-bar">
          <h1>{t("title")}</h1><span className="x12">{t(lesson.revealed ? "open" : "notYet")}</span>
          {heat && heat.handedIn > 0 && <span className="push"><Ramp most={heat.handedIn} /></span>}
          <div className="ll-choice"><HeatChoice lesson={lesson} look={look} /></div>
        </div>
        <div className="ll-scroll" tabIndex={0} role="region" aria-label={heat?.title ?? t("title")}>
          {heat ? <><Remarks heat={heat} /><HeatText heat={heat} chosen={place} onChoose={choice.choose} /></> : <Waits heats={look.heats} />}
        </div>
        <div className="ll-strip">
          {SIDES.map((side) => <span key={side}><Side of={side} /> <span className="num">{sum(side)}</span></span>)}
          {heat && heat.marked > 0 && <span className="push cut">{disputed ? t("split", { words: disputed }) : t("noSplit")}</span>}
        </div>
      </section>
      <aside className="pane ll-right" aria-label={words("pupils")}>
        <PupilsPanel projectId={projectId} live={live} />
        <ChosenPanel key={place ? `${place.articleId} ${place.start} ${place.end}` : ""} projectId={projectId} heat={shown} place={place} pin={pinAt(pins.value, place)} passage={passage} onChange={async () => { await Promise.all([pins.read(), reading.read()]); }}>
          {splits.length > 0 && <Button keys="N" onClick={choice.next}>{t("nextSplit")}</Button>}
        </ChosenPanel>
      </aside>
    </div>
  );
}
