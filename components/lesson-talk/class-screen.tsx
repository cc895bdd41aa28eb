"use client";

import { Maximize, X } from "lucide-react";
import { useCallback, useRef } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap } from "@/components/api/client";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { lessonApi, type Place } from "./api";
import { Remarks } from "./class-heat";
import { HeatChoice, Ramp } from "./heat-head";
import { HeatText } from "./heat-text";
import { Quote, Sides } from "./passage-view";
import { useHeat, usePassage } from "./use-heat";
import { concerns, useNews } from "./use-news";
import { usePins } from "./use-pins";
import { useReading } from "./use-reading";

const NOTHING = { articles: [], targets: [] };
const nobody = () => undefined;

/** What hangs on the wall: the passage that the teacher put there in large type with its counts and reasons, or the article with its counts. It follows by itself, names nobody unless names are on, and has nothing to press but what closes it. */
export function ClassScreen({ projectId }: { projectId: string }) {
  const t = useTranslations("classTalk");
  const box = useRef<HTMLDivElement>(null);
  const reading = useReading(useCallback(() => unwrap(lessonApi.$get({ param: { projectId } })), [projectId]));
  const lesson = reading.value;
  // The wall is the class's: it shows what they may see, whatever the teacher may.
  const sees = lesson?.revealed ?? false;
  const look = useHeat(projectId, lesson ?? NOTHING, sees);
  const pins = usePins(projectId, sees);
  const pin = pins.value?.find(({ onScreen, quote }) => onScreen && quote !== null) ?? null;
  const place: Place | null = pin && { articleId: pin.articleId, start: pin.start, end: pin.end };
  const passage = usePassage(projectId, place, look.targetId);
  useNews(projectId, (kinds) => {
    if (concerns(kinds, "submitted", "returned", "lesson", "revised")) for (const one of [reading, look.heats, pins, passage]) void one.read();
  });
  const heat = (pin ? look.heats.value?.find((one) => one.articleId === pin.articleId) : look.heat) ?? null;
  return (
    <div className="ct-screen" ref={box}>
      <div className="ct-tools">
        <h1>{(pin && heat?.title) ?? t("screen")}</h1>
        {!pin && lesson && sees && <HeatChoice lesson={lesson} look={look} />}
        <span className="push row">
          {heat && !pin && heat.handedIn > 0 && <Ramp most={heat.handedIn} />}
          <Button size="small" icon={<Icon of={Maximize} size="s" />} onClick={() => void box.current?.requestFullscreen?.().catch(nobody)}>{t("fullScreen")}</Button>
          <Button size="small" icon={<Icon of={X} size="s" />} href={`/p/${projectId}/talk`}>{t("close")}</Button>
        </span>
      </div>
      <div className="ct-wall" tabIndex={0} role="region" aria-label={t("screen")}>
        {lesson && !sees && <p className="ct-wait">{t("waiting")}</p>}
        {heat && place && pin && (
          <div className="ct-large">
            <Quote heat={heat} place={place} />
            {passage.value && <p className="ct-of num">{t("ofMarked", { n: passage.value.counts.pupils, of: passage.value.marked })}</p>}
            <Sides passage={passage} />
            {pin.question !== "" && <p className="ct-q">{pin.question}</p>}
          </div>
        )}
        {heat && !place && <><Remarks heat={heat} /><HeatText heat={heat} /></>}
      </div>
    </div>
  );
}
