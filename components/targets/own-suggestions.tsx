import { day } from "@/components/accounts/dates";
import type { SuggestionLine } from "./suggestion-line";

const became = ({ state, target, name }: SuggestionLine): string => {
  if (state === "open") return "waits for a coordinator";
  if (state === "declined" || target === null) return "declined";
  return target.name === name ? "a target now" : `counted as ${target.name}`;
};

/** What a person suggested, newest first, with what became of each and the coordinator's answer. */
export function OwnSuggestions({ items, label }: { items: readonly SuggestionLine[]; label: string }) {
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
