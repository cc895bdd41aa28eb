import { useEffect, useMemo, useState, type RefObject } from "react";
import type { Reader } from "../reader/reader";
import type { AnnotatorSpan } from "../types";
import { CLOSED_HEIGHT, layoutCards, nearWindow } from "./card-layout";

/** Where the cards near the window stand, and how tall the whole is. */
export interface CardPlaces {
  readonly tops: ReadonlyMap<string, number>;
  readonly height: number;
}

const STEP = 200;

/**
 * Aligns cards with their lines. Lines are measured when the text or the set of spans changes; while scrolling only
 * the few cards near the window are placed, in steps.
 */
export function useCardPlaces({ reader, spans, openId, openHeight, sheet, scroll }: {
  reader: Reader | null;
  spans: readonly AnnotatorSpan[];
  openId: string | null;
  openHeight: number;
  sheet: RefObject<HTMLElement | null>;
  scroll: RefObject<HTMLElement | null>;
}): CardPlaces {
  const [lines, setLines] = useState<{ anchors: ReadonlyMap<string, number>; height: number }>({ anchors: new Map(), height: 0 });
  const view = useScrollWindow(scroll);
  // Editing a span moves no line, so only the names of the spans ask for measuring.
  const ids = useMemo(() => spans.map((span) => span.id).join(" "), [spans]);
  useEffect(() => {
    const paper = sheet.current;
    if (reader === null || paper === null) return undefined;
    const measure = (): void => setLines({ anchors: reader.anchors(paper), height: paper.offsetHeight });
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(paper);
    return () => watch.disconnect();
  }, [reader, sheet, ids]);
  return useMemo(() => {
    const wishes = spans.flatMap((span) => {
      const y = lines.anchors.get(span.id);
      return y === undefined ? [] : [{ id: span.id, y: Math.max(0, y - 6), height: span.id === openId ? openHeight : CLOSED_HEIGHT }];
    });
    wishes.sort((a, b) => a.y - b.y);
    return { tops: layoutCards(nearWindow(wishes, view.top, view.height, openId), openId), height: lines.height };
  }, [lines, spans, openId, openHeight, view]);
}

/** The window of a scrolling pane, in steps, so that scrolling renders seldom. */
function useScrollWindow(scroll: RefObject<HTMLElement | null>): { top: number; height: number } {
  const [view, setView] = useState({ top: 0, height: 900 });
  useEffect(() => {
    const pane = scroll.current;
    if (pane === null) return undefined;
    const read = (): void => {
      const next = { top: Math.floor(pane.scrollTop / STEP) * STEP, height: pane.clientHeight + STEP };
      setView((before) => (before.top === next.top && before.height === next.height ? before : next));
    };
    read();
    pane.addEventListener("scroll", read, { passive: true });
    const watch = new ResizeObserver(read);
    watch.observe(pane);
    return () => {
      pane.removeEventListener("scroll", read);
      watch.disconnect();
    };
  }, [scroll]);
  return view;
}
