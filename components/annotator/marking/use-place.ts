import { useEffect, useLayoutEffect, type RefObject } from "react";
import type { Reader } from "../reader/reader";
import type { Draft } from "./draft";
import { placePopover, scrollNeeded } from "./place";

const NOWHERE = { start: 0, end: 0 };

/** Places the popover below the words, and scrolls the pane rather than let it leave. On a phone the style sheet docks it. */
export function usePlace(box: RefObject<HTMLDivElement | null>, draft: Draft, reader: Reader, sheet: RefObject<HTMLElement | null>, scroll: RefObject<HTMLElement | null>): void {
  const part = draft.selected.parts.at(-1) ?? NOWHERE;
  useLayoutEffect(() => {
    const place = (): void => {
      const [popover, paper, found] = [box.current, sheet.current, reader.boxOf(part)];
      if (popover === null || paper === null || found === null) return;
      const origin = paper.getBoundingClientRect();
      const { first, last } = found;
      const at = placePopover({ firstLeft: first.left - origin.left, firstTop: first.top, lastTop: last.top, lastBottom: last.bottom - origin.top, rtl: found.rtl }, paper.clientWidth, popover.offsetWidth);
      popover.style.insetBlockStart = `${at.top}px`;
      popover.style.left = `${at.left}px`;
    };
    place();
    window.addEventListener("resize", place);
    return () => window.removeEventListener("resize", place);
  }, [box, part, reader, sheet]);

  useEffect(() => {
    const [popover, pane, found] = [box.current, scroll.current, reader.boxOf(part)];
    if (popover === null || pane === null || found === null) return;
    const [paneBox, popoverBox] = [pane.getBoundingClientRect(), popover.getBoundingClientRect()];
    const docked = getComputedStyle(popover).position === "fixed";
    const bottom = docked ? found.last.bottom - paneBox.top + popoverBox.height : popoverBox.bottom - paneBox.top;
    pane.scrollBy({ top: scrollNeeded(found.first.top - paneBox.top, bottom, paneBox.height) });
  }, [box, part, reader, scroll]);
}
