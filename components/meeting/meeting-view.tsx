"use client";

import { ChevronLeft, ChevronRight, Printer, Shuffle } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FramingGlyph, GLYPH_CLASS } from "@/components/ui/framing-glyph";
import { Icon } from "@/components/ui/icon";
import { PageHead } from "@/components/ui/page-head";
import type { Passage } from "@/lib/adjudication/around/passage";
import { directionOf } from "@/lib/text/direction";
import { piecesOf } from "./pieces";
import "./meeting.css";

/** One disagreement after the other in large type: first the words alone, then, when asked, who marked what. */
export function MeetingView({ projectId, seed, passages }: { projectId: string; seed: number; passages: readonly Passage[] }) {
  const t = useTranslations("meeting");
  const [at, setAt] = useState(0);
  const [shown, setShown] = useState(false);
  const go = (to: number): void => {
    if (to < 0 || to >= passages.length) return;
    setAt(to);
    setShown(false);
  };
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const target = event.target as HTMLElement | null;
      if (event.ctrlKey || event.metaKey || event.altKey || target?.closest("a, button, summary, input, select, textarea, [role=menu]")) return;
      if (event.key === "ArrowRight" || event.key === "PageDown") go(at + 1);
      else if (event.key === "ArrowLeft" || event.key === "PageUp") go(at - 1);
      else if (event.key === "Enter") setShown(!shown);
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  });
  const current = passages[at];
  return (
    <div className="page meeting">
      <PageHead
        title={t("title")}
        facts={current && t("position", { n: at + 1, of: passages.length })}
        sub={t("hide")}
        acts={current && <><Button size="small" href={`/p/${projectId}/adjudicate/meeting?seed=${seed + 1}`} icon={<Icon of={Shuffle} size="s" />}>{t("others")}</Button><Button size="small" icon={<Icon of={Printer} size="s" />} onClick={() => window.print()}>{t("print")}</Button></>}
      />
      {current === undefined ? <EmptyState what={t("none")} why={t("noneWhy")} /> : (
        <>
          <div className="meeting-now" aria-live="polite"><Shown passage={current} shown={shown} /></div>
          <div className="meeting-acts no-print">
            <Button disabled={at === 0} icon={<Icon of={ChevronLeft} size="s" />} onClick={() => go(at - 1)}>{t("previous")}</Button>
            <Button look="primary" pressed={shown} onClick={() => setShown(!shown)}>{t(shown ? "unshow" : "show")}</Button>
            <Button disabled={at === passages.length - 1} icon={<Icon of={ChevronRight} size="s" />} onClick={() => go(at + 1)}>{t("next")}</Button>
            <span className="x12">{t("keys")}</span>
          </div>
          <ol className="meeting-all" aria-hidden="true">{passages.map((passage) => <li key={passage.key}><Shown passage={passage} shown={false} /></li>)}</ol>
        </>
      )}
    </div>
  );
}

function Shown({ passage, shown }: { passage: Passage; shown: boolean }) {
  const t = useTranslations("meeting");
  const { title, language, marks, readers, state } = passage;
  return (
    <article className="meeting-passage">
      <p className="x12" dir="auto">{t("from", { title })}</p>
      <blockquote className="serif" dir={directionOf(language)} {...(language === null ? {} : { lang: language })}>
        {shown ? piecesOf(passage).map((piece, i) => (piece.letters.length === 0 ? <span key={i}>{piece.text}</span> : <mark key={i}>{piece.text}<sup>{piece.letters.join(" ")}</sup></mark>)) : passage.text}
      </blockquote>
      {shown && (
        <>
          <p className="x12">{t("marked", { n: marks.length, of: readers })}, {t(`states.${state}`)}</p>
          <ul className="plain meeting-marks">
            {marks.map((one, i) => (
              <li key={i} className="wrap"><strong>{one.letter}</strong><span className={`fr ${GLYPH_CLASS[one.framing]}`}><FramingGlyph shape={one.framing} />{t("way", { framing: one.framing, target: one.target })}</span>{one.voice !== null && <span className="x12">{t(`voices.${one.voice}`)}</span>}</li>
            ))}
          </ul>
        </>
      )}
    </article>
  );
}
