import type { Translator } from "@/components/words/words";
import type { Asks, CodebookContent, Label, LabelSet, ShowWhen } from "@/lib/codebook/content";
import type { Change } from "@/lib/codebook/diff-parts";
import type { Framing } from "@/lib/codebook/framing";

type Say = Translator<"codebook">;

/** The keys that choose the built-in framings. */
export const FRAMING_KEYS: Readonly<Record<Framing, string>> = { advocacy: "A", neutral: "N", critical: "C" };

/** "a", "a or b", "a, b or c". */
export function either(t: Say, words: readonly string[], join: "or" | "and" = "or"): string {
  return words.length < 2 ? (words[0] ?? "") : t(`asked.${join}`, { most: words.slice(0, -1).join(", "), last: words.at(-1) ?? "" });
}

/** What a condition says: "Framing is Critical". Answers that are no longer there are left out. */
function conditionWords(t: Say, content: CodebookContent, { setId, labelIds }: ShowWhen): string {
  const set = setId === "framing" ? { name: t("framing"), labels: content.framing as readonly { id: string; name: string }[] } : content.sets.find((one) => one.id === setId);
  const names = labelIds.flatMap((id) => set?.labels.find((label) => label.id === id)?.name ?? []);
  return t("asked.condition", { set: set?.name ?? t("asked.goneQuestion"), answers: names.length === 0 ? t("asked.goneAnswer") : either(t, names) });
}

/** When a set is asked, as a sentence. */
export function askedWhen(t: Say, content: CodebookContent, set: LabelSet): string {
  if (set.showWhen !== null) return t("asked.when", { condition: conditionWords(t, content, set.showWhen) });
  return t(set.level === "span" ? "asked.everyMark" : "asked.everyArticle");
}

/** How a set is answered, in a few words each. */
export const setFacts = (t: Say, set: LabelSet): string[] => [t(set.level === "span" ? "asked.aboutMarks" : "asked.aboutArticles"), t(set.choice === "single" ? "asked.one" : "asked.any"), t(set.required ? "asked.required" : "asked.open")];

/** Whether a label is still to be chosen. */
export const isInUse = (label: Label): boolean => label.mergedIntoId === null && label.splitIntoIds.length === 0 && !label.archived;

/** Where a label stands if it is no longer in use; null while it is. */
export function outOfUse(t: Say, label: Label, siblings: readonly Label[]): string | null {
  const nameOf = (id: string): string => siblings.find((one) => one.id === id)?.name ?? t("label.gone");
  if (label.mergedIntoId !== null) return t("label.mergedInto", { name: nameOf(label.mergedIntoId) });
  if (label.splitIntoIds.length > 0) return t("label.splitInto", { names: either(t, label.splitIntoIds.map(nameOf), "and") });
  return label.archived ? t("label.archived") : null;
}

const ASKS = ["voice", "directness", "device", "confidence"] as const satisfies readonly (keyof Asks)[];

/** What else is asked of a mark, as a sentence; empty when nothing is. */
export function asksWords(t: Say, asks: Asks): string {
  const parts = ASKS.filter((ask) => asks[ask]).map((ask) => t(`asked.${ask}`));
  return parts.length === 0 ? "" : t("asked.also", { parts: either(t, parts, "and") });
}

const KINDS = ["added", "removed", "merged", "unmerged", "split", "unsplit", "archived", "restored", "reordered"] as const;

/** What happened, before the words that changed: "definition", "split into". The name of a field comes in English from the API. */
export function changeCaption(t: Say, { kind, field }: Pick<Change, "kind" | "field">): string {
  if (kind === "reformatted") return t("compare.reformatted", { field });
  const known = KINDS.find((one) => one === kind);
  return known === undefined ? field : t(`compare.kinds.${known}`);
}
