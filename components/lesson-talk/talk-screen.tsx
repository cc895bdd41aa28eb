"use client";

import { MonitorUp } from "lucide-react";
import { useCallback } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap } from "@/components/api/client";
import { Headlines } from "@/components/lesson-writing/headlines";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Skeleton } from "@/components/ui/skeleton";
import { lessonApi, type Heat, type Place } from "./api";
import { ChosenPanel } from "./chosen-panel";
import { Remarks, Source, Waits } from "./class-heat";
import { HeatChoice, Ramp } from "./heat-head";
import { HeatText } from "./heat-text";
import { splitsIn, useChoice } from "./use-choice";
import { useHeat, usePassage } from "./use-heat";
import { concerns, useNews } from "./use-news";
import { pinAt, usePins, wordsAt } from "./use-pins";
import { useReading } from "./use-reading";

const NOTHING = { articles: [], targets: [] };

/** The teacher's screen of the discussion: what is pinned and what was disputed in order, both sides of the chosen passage, the text that it stands in, and who wrote it. */
export function TalkScreen({ projectId }: { projectId: string }) {
  const t = useTranslations("classTalk");
  const reading = useReading(useCallback(() => unwrap(lessonApi.$get({ param: { projectId } })), [projectId]));
  const lesson = reading.value;
  const look = useHeat(projectId, lesson ?? NOTHING, lesson !== null);
  const heats = look.heats.value ?? [];
  const pins = usePins(projectId, true);
  const splits = splitsIn(heats);
  const pinned: Place[] = (pins.value ?? []).filter(({ quote }) => quote !== null).map(({ articleId, start, end }) => ({ articleId, start, end }));
  const rest = splits.filter((one) => pinAt(pins.value, one) === null);
  const choice = useChoice([...pinned, ...rest], ({ articleId }) => look.showArticle(articleId));
  const { place } = choice;
  const passage = usePassage(projectId, place, look.targetId);
  useNews(projectId, (kinds) => {
    if (!concerns(kinds, "submitted", "returned", "lesson", "revised")) return;
    for (const one of [reading, look.heats, pins, passage]) void one.read();
  });
  if (!lesson) return <div className="class-talk"><div className="ct-none">{reading.problem ? <><Alert>{reading.problem.detail}</Alert><Button onClick={() => void reading.read()}>{t("retry")}</Button></> : <Skeleton label={t("loading")} rows={8} />}</div></div>;
  const { heat } = look;
  const now = place && `${place.articleId} ${place.start} ${place.end}`;
  return (
    <div className="class-talk">
      <aside className="pane ct-list" aria-label={t("pins")}>
        <div className="ct-list-h"><h1>{t("talk")}</h1><Button size="small" icon={<Icon of={MonitorUp} size="s" />} href={`/p/${projectId}/talk/screen`}>{t("openScreen")}</Button></div>
        <h2 className="lab">{t("pins")}</h2>
        {pins.value?.length === 0 && <p className="x12 muted">{t("noPins")}</p>}
        <ul>
          {pins.value?.map((pin) => (
            <li key={pin.id}>
              {pin.quote === null ? <span className="ct-gone muted">{t("gone")}</span> : <Entry words={pin.quote} title={pin.title} now={now === `${pin.articleId} ${pin.start} ${pin.end}`} onChoose={() => choice.choose(pin)} mark={pin.onScreen ? t("onScreen") : null} />}
              {pin.question !== "" && <p className="x12 muted">{pin.question}</p>}
            </li>
          ))}
        </ul>
        <h2 className="lab">{t("disputed")}</h2>
        {rest.length === 0 ? <p className="x12 muted">{t("noSplit")}</p> : <ul>{rest.map((one) => <Disputed key={`${one.articleId} ${one.start} ${one.end}`} place={one} heats={heats} now={now} onChoose={choice.choose} />)}</ul>}
        <p className="x12 muted">{t("disputedRule")}</p>
      </aside>
      <section className="ct-main" aria-label={t("title")}>
        <div className="ct-bar"><HeatChoice lesson={lesson} look={look} />{heat && heat.handedIn > 0 && <Ramp most={heat.handedIn} />}</div>
        {heat ? <><Source heat={heat} hidden={lesson.sourceHidden} /><Remarks heat={heat} /><HeatText heat={heat} chosen={place} onChoose={choice.choose} /></> : <Waits heats={look.heats} />}
        {lesson.revealed && <section className="ct-heads" aria-labelledby="ct-heads"><h2 id="ct-heads">{t("headlines")}</h2><Headlines projectId={projectId} titles={lesson.articles} /></section>}
      </section>
      <aside className="pane ct-side" aria-label={t("chosen")}>
        <ChosenPanel key={now ?? ""} projectId={projectId} heat={heats.find((one) => one.articleId === place?.articleId) ?? null} place={place} pin={pinAt(pins.value, place)} passage={passage} onChange={async () => { await Promise.all([pins.read(), reading.read()]); }}>
          {pinned.length + rest.length > 0 && <Button keys="N" onClick={choice.next}>{t("next")}</Button>}
        </ChosenPanel>
      </aside>
    </div>
  );
}

function Disputed({ place, heats, now, onChoose }: { place: Place; heats: readonly Heat[]; now: string | null; onChoose: (place: Place) => void }) {
  const t = useTranslations("classTalk");
  const heat = heats.find((one) => one.articleId === place.articleId);
  const counts = heat?.splits.find((one) => one.start === place.start && one.end === place.end);
  const words = heat && wordsAt(heat.blocks, place);
  if (!heat || !counts || words === null || words === undefined) return null;
  return <li><Entry words={words} title={heat.title} now={now === `${place.articleId} ${place.start} ${place.end}`} onChoose={() => onChoose(place)} mark={t("disputedCount", { critical: counts.critical, neutral: counts.neutral, advocacy: counts.advocacy })} /></li>;
}

function Entry({ words, title, now, mark, onChoose }: { words: string; title: string; now: boolean; mark: string | null; onChoose: () => void }) {
  return (
    <button type="button" className="ct-entry" aria-pressed={now} onClick={onChoose}>
      <span className="serif" dir="auto">{words}</span>
      <span className="x12 muted cut" dir="auto">{title}</span>
      {mark !== null && <span className="tag num">{mark}</span>}
    </button>
  );
}
