import { useEffect, type RefObject } from "react";
import type { Reader } from "../reader/reader";

/** Lets the cards scroll with the text, and the text with the cards, while `joined`. */
export function useJoinedScroll(text: RefObject<HTMLElement | null>, cards: RefObject<HTMLElement | null>, joined: boolean, reader: Reader | null): void {
  useEffect(() => {
    const [words, beside] = [text.current, cards.current];
    if (!joined || words === null || beside === null) return undefined;
    const atEnd = (): boolean => words.scrollTop + words.clientHeight >= words.scrollHeight - 1;
    const follow = (): void => {
      // An open card can reach below the end of the text.
      if (beside.scrollTop !== words.scrollTop && !(atEnd() && beside.scrollTop > words.scrollTop)) beside.scrollTop = words.scrollTop;
    };
    // Focus can scroll the cards by itself; then the text goes along.
    const lead = (): void => {
      if (Math.abs(beside.scrollTop - words.scrollTop) > 1) words.scrollTop = beside.scrollTop;
    };
    const wheel = (event: WheelEvent): void => {
      if (event.target instanceof Element && event.target.closest("textarea, select, .picks ul")) return;
      const past = event.deltaY > 0 ? atEnd() : beside.scrollTop > words.scrollTop;
      (past ? beside : words).scrollBy({ top: event.deltaY });
    };
    follow();
    words.addEventListener("scroll", follow, { passive: true });
    beside.addEventListener("scroll", lead, { passive: true });
    beside.addEventListener("wheel", wheel, { passive: true });
    return () => {
      words.removeEventListener("scroll", follow);
      beside.removeEventListener("scroll", lead);
      beside.removeEventListener("wheel", wheel);
    };
      // The text is in another element when the reader is another one.
  }, [text, cards, joined, reader]);
}
