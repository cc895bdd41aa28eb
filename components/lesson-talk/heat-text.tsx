"use client";

import { Fragment, useLayoutEffect, useRef, type MouseEvent } from "react";
import { useTranslations } from "use-intl/react";
import { classNames } from "@/components/ui/class-names";
import { GLYPH_CLASS } from "@/components/ui/framing-glyph";
import { heatStep } from "@/lib/lessons/heat";
import { piecesOf, type Piece } from "@/lib/lessons/passages";
import { directionOf } from "@/lib/text/direction";
import type { Heat, Place } from "./api";
import { ThreeBar } from "./framing-bars";

const APART = 22;

// Counts stand on the line where their passage begins; a second one on a line takes the next slot below.
function spread(sheet: HTMLElement): void {
  const counts = [...sheet.querySelectorAll<HTMLElement>(".ct-mg")];
  for (const one of counts) one.style.translate = "none";
  let last = Number.NEGATIVE_INFINITY;
  for (const one of counts) {
    const at = one.getBoundingClientRect().top;
    const shift = Math.max(0, last + APART - at);
    if (shift > 0) one.style.translate = `0 ${shift}px`;
    last = at + shift;
  }
}

/** The shown paragraphs of an article with how many marked which words, and the counts of each passage beside the line where it begins. `large` for the projector: nothing to press. */
export function HeatText({ heat, chosen, onChoose }: { heat: Heat; chosen?: Place | null | undefined; onChoose?: ((place: Place) => void) | undefined }) {
  const t = useTranslations("classTalk");
  const sheet = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const box = sheet.current;
    if (!box) return undefined;
    const watch = new ResizeObserver(() => spread(box));
    watch.observe(box);
    spread(box);
    void document.fonts.ready.then(() => spread(box));
    return () => watch.disconnect();
  }, [heat]);
  const here = chosen?.articleId === heat.articleId ? chosen : null;
  const cuts = [...heat.passages, ...(here ? [here] : [])].flatMap(({ start, end }) => [start, end]);
  // The counts beside the text are buttons; a press on the words themselves is the short way for a mouse.
  const press = (event: MouseEvent): void => {
    const at = Number((event.target as HTMLElement).closest("[data-at]")?.getAttribute("data-at") ?? Number.NaN);
    const hit = heat.passages.find((one) => one.start <= at && at < one.end) ?? heat.segments.find((one) => one.start <= at && at < one.end);
    if (hit) onChoose?.({ articleId: heat.articleId, start: hit.start, end: hit.end });
  };
  return (
    <div className="ct-sheet art" ref={sheet} dir={directionOf(heat.language)} {...(heat.language === null ? {} : { lang: heat.language })} {...(onChoose ? { onClick: press } : {})}>
      {heat.blocks.map((block) => {
        const pieces = piecesOf(block, heat.segments, heat.mine, cuts);
        const Tag = block.kind === "headline" ? "h2" : block.kind === "heading" ? "h3" : "p";
        return (
          <Tag key={block.ordinal} className={classNames("p", block.kind === "headline" && "ct-head", block.kind === "heading" && "h", block.kind === "caption" && "cap")}>
            {pieces.map((piece, n) => {
              const starts = heat.passages.filter((one) => one.start === piece.start);
              return (
                <Fragment key={piece.start}>
                  {starts.map((one) => {
                    const words = t("count", { n: one.pupils, critical: one.critical, neutral: one.neutral, advocacy: one.advocacy });
                    const inside = <><span className="n">{one.pupils}</span><ThreeBar counts={one} /></>;
                    const now = here !== null && one.start === here.start && one.end === here.end;
                    return onChoose
                      ? <button key={one.start} type="button" className="ct-mg" aria-label={words} title={words} aria-pressed={now} onClick={(event) => { event.stopPropagation(); onChoose({ articleId: heat.articleId, start: one.start, end: one.end }); }}>{inside}</button>
                      : <span key={one.start} className="ct-mg" role="img" aria-label={words}>{inside}</span>;
                  })}
                  <Words piece={piece} handedIn={heat.handedIn} edge={here === null || piece.end <= here.start || here.end <= piece.start ? null : { first: piece.start <= here.start || n === 0, last: piece.end >= here.end || n === pieces.length - 1 }} />
                </Fragment>
              );
            })}
          </Tag>
        );
      })}
    </div>
  );
}

function Words({ piece, handedIn, edge }: { piece: Piece; handedIn: number; edge: { first: boolean; last: boolean } | null }) {
  const t = useTranslations("classTalk");
  if (!piece.heat && !piece.own && !edge) return piece.text;
  const own = piece.own && <span className="vh">{t("yourMark", { framing: t(`framings.${piece.own}`) })}</span>;
  const step = piece.heat ? heatStep(piece.heat.pupils, handedIn) : 0;
  return <mark data-at={piece.start} className={classNames("ct-k", step > 0 && `k${step}`, piece.own && `mine ${GLYPH_CLASS[piece.own]}`, edge && "now", edge?.first && "first", edge?.last && "last")}>{own}{piece.text}</mark>;
}
