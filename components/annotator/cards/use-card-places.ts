import { useEffect, useMemo, useState, type RefObject } from "react";
import type { Reader } from "../reader/reader";
import type { AnnotatorSpan } from "../types";
import { CLOSED_HEIGHT, layoutCards } from "./card-layout";

/** Where the cards near the window stand, and how tall the whole is. */
export interface CardPlaces {
  readonly tops: ReadonlyMap<string, number>;
  readonly height: number;
}

const STEP = 200;

/** How far beyond the window cards are drawn, in pixels. */
const MARGIN = 400;

/**
 * Aligns the cards near the window with their lines, anew while one scrolls (in steps) and when the text or the spans
 * change; far from the window only the cards in `kept` are placed.
 */
export function useCardPlaces({ reader, spans, openId, kept, openHeight, sheet, scroll }: {
  reader: Reader | null;
  spans: ReadonlyMap<string, AnnotatorSpan>;
  openId: string | null;
  /** The open card, and the one that holds focus. */
  kept: readonly AnnotatorSpan[];
  openHeight: number;
  sheet: RefObject<HTMLElement | null>;
  scroll: RefObject<HTMLElement | null>;
}): CardPlaces {
  const [lines, setLines] = useState<{ anchors: ReadonlyMap<string, number>; height: number }>({ anchors: new Map(), height: 0 });
  const view = useScrollWindow(scroll, reader);
  useEffect(() => {
    const paper = sheet.current;
    if (reader === null || paper === null) return undefined;
    const measure = (): void => {
      const next = { anchors: reader.anchors(paper, { top: view.top - MARGIN, bottom: view.top + view.height + MARGIN }, kept), height: paper.offsetHeight };
      setLines((before) => (before.height === next.height && sameAnchors(before.anchors, next.anchors) ? before : next));
    };
    measure();
    // What just came near the window is laid out by the browser in the frame after this one.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(measure);
    });
    const watch = new ResizeObserver(measure);
    watch.observe(paper);
    return () => {
      cancelAnimationFrame(frame);
      watch.disconnect();
    };
  }, [reader, sheet, spans, kept, view]);
  return useMemo(() => {
    const wishes = [...lines.anchors].flatMap(([id, y]) => (spans.has(id) ? [{ id, y: Math.max(0, y - 6), height: id === openId ? openHeight : CLOSED_HEIGHT }] : []));
    wishes.sort((a, b) => a.y - b.y);
    // Among dense marks the cards in the window stand at their lines, and those above it give way.
    const near = wishes.find(({ id, y }) => id === openId && y >= view.top - MARGIN && y <= view.top + view.height);
    const pivot = near ?? wishes.find(({ y }) => y >= view.top);
    return { tops: layoutCards(wishes, pivot?.id ?? null), height: lines.height };
  }, [lines, spans, openId, openHeight, view]);
}

function sameAnchors(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  return a.size === b.size && [...b].every(([id, y]) => a.get(id) === y);
}

/** The window of a scrolling pane, in steps, so that scrolling renders seldom. */
function useScrollWindow(scroll: RefObject<HTMLElement | null>, reader: Reader | null): { top: number; height: number } {
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
    // The pane is another element when the reader is another one.
  }, [scroll, reader]);
  return view;
}
