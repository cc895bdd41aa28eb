"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import type { HeatLesson, Heat, Place } from "./api";
import { HeatChoice, Ramp } from "./heat-head";
import { HeatText } from "./heat-text";
import { Quote, Sides } from "./passage-view";
import { useHeat, usePassage } from "./use-heat";
import { concerns, useNews } from "./use-news";

/** What a pupil's class marked, from the reveal on: counts of each article, their own marks told from the others', both sides of a passage, and who wrote it. Nothing is asked before. */
export function ClassHeat({ projectId, lesson }: { projectId: string; lesson: HeatLesson }) {
  const t = useTranslations("classTalk");
  const look = useHeat(projectId, lesson, lesson.revealed);
  const [chosen, setChosen] = useState<Place | null>(null);
  const place = chosen?.articleId === look.articleId ? chosen : null;
  const passage = usePassage(projectId, place, look.targetId);
  useNews(projectId, (kinds) => {
    if (!concerns(kinds, "lesson", "submitted", "returned")) return;
    void look.heats.read();
    void passage.read();
  });
  if (!lesson.revealed) return <p className="muted">{t("waiting")}</p>;
  const { heat } = look;
  return (
    <div className="ct-class">
      <div className="ct-bar"><HeatChoice lesson={lesson} look={look} />{heat && heat.handedIn > 0 && <Ramp most={heat.handedIn} />}</div>
      {!heat ? <Waits heats={look.heats} /> : (
        <>
          <Source heat={heat} hidden={lesson.sourceHidden} />
          <Remarks heat={heat} />
          <HeatText heat={heat} chosen={place} onChoose={setChosen} />
          {place ? <section className="ct-pick card" aria-label={t("chosen")}><Quote heat={heat} place={place} /><Sides passage={passage} /></section> : heat.passages.length > 0 && <p className="x12 muted">{t("choose")}</p>}
        </>
      )}
    </div>
  );
}

/** In place of a heat map that is not there yet. */
export function Waits({ heats }: { heats: ReturnType<typeof useHeat>["heats"] }) {
  const t = useTranslations("classTalk");
  if (heats.problem) return <div className="ct-none"><Alert>{heats.problem.detail}</Alert><Button onClick={() => void heats.read()}>{t("retry")}</Button></div>;
  return heats.value?.length === 0 ? null : <div className="ct-none"><Skeleton label={t("loading")} rows={6} /></div>;
}

/** Who wrote an article; `hidden` while the class may not know. */
export function Source({ heat, hidden }: { heat: Heat; hidden: boolean }) {
  const t = useTranslations("classTalk");
  return <p className="ct-source">{hidden ? t("sourceHidden") : <><b>{heat.outlet ?? t("sourceUnknown")}</b>{heat.byline !== null && heat.byline !== "" && <> · {t("byline", { name: heat.byline })}</>}</>}</p>;
}

/** What has to be known to read the counts: that there are none, that some are left out, which are one's own. */
export function Remarks({ heat }: { heat: Heat }) {
  const t = useTranslations("classTalk");
  return (
    <div className="ct-remarks x12">
      {heat.handedIn === 0 ? <p>{t("nobody")}</p> : heat.marked === 0 && <p>{t("noMarks", { n: heat.handedIn })}</p>}
      {heat.later > 0 && <p>{t("later", { n: heat.later })}</p>}
      {heat.mine.length > 0 && <p>{t("yours")}</p>}
    </div>
  );
}
