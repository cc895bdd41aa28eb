import type { Suggestion } from "@/lib/annotations/suggest";
import type { Model } from "../state/model";
import type { Naming } from "../state/spoken";
import { wayWords } from "../state/spoken";

/** A suggestion that was waved away: its words and target, wherever they stand. */
export type Dismissed = Pick<Suggestion, "quote" | "targetId">;

/** The suggestions that still stand: no mark of the same target lies over them, and they were not dismissed. */
export function openSuggestions(items: readonly Suggestion[], spans: Model["spans"], dismissed: readonly Dismissed[]): Suggestion[] {
  const marked = [...spans.values()].flatMap(({ targetId, parts }) => parts.map((part) => ({ targetId, ...part })));
  return items.filter(
    (one) =>
      !dismissed.some((gone) => gone.targetId === one.targetId && gone.quote.toLowerCase() === one.quote.toLowerCase()) &&
      !marked.some((mark) => mark.targetId === one.targetId && mark.start < one.end && one.start < mark.end),
  );
}

/** The suggestion to go to: the one after (or before) the current one, or else after (or before) a place in the text. Goes round. */
export function stepSuggestion(open: readonly Suggestion[], current: number | null, from: number, way: 1 | -1): Suggestion | null {
  if (open.length === 0) return null;
  const at = open.findIndex((one) => one.start === current);
  if (at >= 0) return open[(at + way + open.length) % open.length] ?? null;
  const after = open.findIndex((one) => one.start >= from);
  if (way === 1) return open[after < 0 ? 0 : after] ?? null;
  return open.at((after < 0 ? open.length : after) - 1) ?? null;
}

/** "You coded it so 2 times before; also Neutral toward Port, once", or that it was settled so in other articles. */
export function originWords({ n, settled = 0, others }: Suggestion, naming: Naming): string {
  const { t } = naming;
  const origin = n === 0 ? t("suggested.settled", { n: settled }) : settled > 0 ? t("suggested.both", { n, settled }) : t("suggested.origin", { n });
  if (others.length === 0) return origin;
  return t("suggested.also", { origin, others: others.map((other) => t("suggested.other", { way: wayWords(other, naming), n: other.n + (other.settled ?? 0) })).join("; ") });
}

/** A suggestion as it is spoken. */
export function suggestionSpoken(one: Suggestion, open: readonly Suggestion[], naming: Naming): string {
  return naming.t("suggested.spoken", { n: open.indexOf(one) + 1, of: open.length, words: one.quote, way: wayWords(one, naming), origin: originWords(one, naming) });
}
