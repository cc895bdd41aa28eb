import { useEffect, useEffectEvent, useState } from "react";
import type { Heat, Place } from "./api";

/** The places on which the class was split, article by article, the most even first. */
export const splitsIn = (heats: readonly Heat[]): Place[] => heats.flatMap((heat) => heat.splits.map(({ start, end }) => ({ articleId: heat.articleId, start, end })));

const same = (a: Place | null, b: Place): boolean => a !== null && a.articleId === b.articleId && a.start === b.start && a.end === b.end;

/** Which passage is talked about, and going on to the next of `places` (round again at the end), by key N too. `onChoose` hears of every choice. */
export function useChoice(places: readonly Place[], onChoose: (place: Place) => void): { place: Place | null; choose: (place: Place) => void; next: () => void } {
  const [place, setPlace] = useState<Place | null>(null);
  const choose = (to: Place) => {
    setPlace(to);
    onChoose(to);
  };
  const next = () => {
    const to = places[(places.findIndex((one) => same(place, one)) + 1) % places.length];
    if (to) choose(to);
  };
  const press = useEffectEvent((event: KeyboardEvent) => {
    const target = event.target as HTMLElement | null;
    if (event.key.toLowerCase() !== "n" || event.ctrlKey || event.metaKey || event.altKey || target?.closest("input, textarea, select, dialog, [role=menu]")) return;
    event.preventDefault();
    next();
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => press(event);
    window.addEventListener("keydown", hear);
    return () => window.removeEventListener("keydown", hear);
  }, []);
  return { place, choose, next };
}
