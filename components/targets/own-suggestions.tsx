"use client";

import { useTranslations } from "use-intl/react";
import { useDates } from "@/components/words/use-dates";
import type { SuggestionLine } from "./suggestion-line";

/** What a person suggested, newest first, with what became of each and the coordinator's answer. */
export function OwnSuggestions({ items, label }: { items: readonly SuggestionLine[]; label: string }) {
  const t = useTranslations("suggest");
  const { day } = useDates();
  const became = ({ state, target, name }: SuggestionLine): string => {
    if (state === "open") return t("waits");
    if (state === "declined" || target === null) return t("declined");
    return target.name === name ? t("isTarget") : t("countsAs", { name: target.name });
  };
  return (
    <ul className="suggested" aria-label={label}>
      {items.map((one) => (
        <li key={one.id}>
          <p className="wrap"><b dir="auto">{one.name}</b><span className="x12">{became(one)}</span><span className="x12 push num">{day(one.decidedAt ?? one.createdAt)}</span></p>
          {one.answer !== "" && <p className="muted" dir="auto">{one.answer}</p>}
        </li>
      ))}
    </ul>
  );
}
