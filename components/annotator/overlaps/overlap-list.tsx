"use client";

import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from "react";
import { classNames } from "@/components/ui/class-names";
import { FramingGlyph, GLYPH_CLASS } from "@/components/ui/framing-glyph";
import { placePopover, scrollNeeded } from "../marking/place";
import { bySize } from "../reader/pick";
import type { Reader } from "../reader/reader";
import { quoteOf, startOf } from "../state/model";
import type { AnnotatorSession } from "../state/session";
import { spanSpoken, targetName } from "../state/spoken";
import { useSession } from "../state/use-session";

/** Spans that overlap at one place, the smallest first, as a list to choose from: every one of them can be reached. */
export function OverlapList({ session, reader, ids, sheet, scroll, onOpen, onClose }: {
  session: AnnotatorSession;
  reader: Reader;
  ids: readonly string[];
  sheet: RefObject<HTMLElement | null>;
  scroll: RefObject<HTMLElement | null>;
  onOpen: (id: string) => void;
  /** `back`: focus goes back to the words. */
  onClose: (back: boolean) => void;
}) {
  const all = useSession(session, (state) => state.model.spans);
  const spans = bySize(ids.flatMap((id) => all.get(id) ?? []));
  const [at, setAt] = useState(() => Math.max(0, spans.findIndex(({ id }) => id === session.state.openId)));
  const box = useRef<HTMLDivElement>(null);
  const chosen = spans[Math.min(at, spans.length - 1)];
  const chosenId = chosen?.id ?? null;
  useEffect(() => box.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    session.light(chosenId);
    return () => session.light(null);
  }, [session, chosenId]);
  const place = spans.at(-1);
  useLayoutEffect(() => {
    const [list, paper, pane] = [box.current, sheet.current, scroll.current];
    const [first] = place?.parts ?? [];
    const found = place === undefined || first === undefined ? null : reader.boxOf({ start: startOf(place), end: first.end });
    if (list === null || paper === null || found === null) return;
    const origin = paper.getBoundingClientRect();
    const spot = placePopover({ firstLeft: found.first.left - origin.left, firstTop: found.first.top, lastTop: found.last.top, lastBottom: found.last.bottom - origin.top, rtl: found.rtl }, paper.clientWidth, list.offsetWidth);
    list.style.insetBlockStart = `${spot.top}px`;
    list.style.left = `${spot.left}px`;
    if (pane !== null) pane.scrollTop += scrollNeeded(list.getBoundingClientRect().top - pane.getBoundingClientRect().top, list.getBoundingClientRect().bottom - pane.getBoundingClientRect().top, pane.clientHeight);
  }, [reader, sheet, scroll, place]);
  const pressed = (event: KeyboardEvent): void => {
    const to = { ArrowDown: Math.min(at + 1, spans.length - 1), ArrowUp: Math.max(at - 1, 0), Home: 0, End: spans.length - 1 }[event.key];
    if (to !== undefined) setAt(to);
    else if (event.key === "Escape" || event.key === "Tab") onClose(true);
    else if ((event.key === "Enter" || event.key === " ") && chosenId !== null) onOpen(chosenId);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={box} className="pop under" role="listbox" tabIndex={0} aria-label={session.t("marking.here.list", { n: spans.length })}
      aria-activedescendant={chosenId === null ? undefined : optionId(chosenId)}
      onKeyDown={pressed} onBlur={() => onClose(false)}
    >
      {spans.map((span, i) => (
        <div
          key={span.id} id={optionId(span.id)} role="option" aria-selected={span.id === chosenId} aria-label={spanSpoken(span, session.naming)} className={classNames("item", span.id === chosenId && "on")}
          onMouseDown={(event) => event.preventDefault()} onMouseMove={() => setAt(i)} onClick={() => onOpen(span.id)}
        >
          <span className={`fr ${GLYPH_CLASS[span.framing]}`}><FramingGlyph shape={span.framing} />{session.codebook.framing(span.framing)}</span>
          <span className="tgt cut">{targetName(session.naming, span.targetId)}</span>
          <span className="q cut" dir="auto">{quoteOf(span)}</span>
        </div>
      ))}
    </div>
  );
}

function optionId(spanId: string): string {
  return `under-${spanId}`;
}
