import type { Asks, CodebookContent, Colour, Glyph, Label, LabelSet, ShowWhen } from "@/lib/codebook/content";
import type { Change, ChangeKind } from "@/lib/codebook/diff-parts";
import type { Framing } from "@/lib/codebook/framing";

/** Colours and shapes as people call them. */
export const COLOUR_NAMES: Readonly<Record<Colour, string>> = { green: "Green", purple: "Purple", orange: "Orange", sky: "Sky blue", yellow: "Yellow", grey: "Grey" };
export const GLYPH_NAMES: Readonly<Record<Glyph, string>> = { circle: "Circle", ring: "Ring", square: "Square", frame: "Frame", diamond: "Diamond", star: "Star", cross: "Cross", plus: "Plus", hexagon: "Hexagon", bar: "Bar" };

/** The keys that choose the built-in framings. */
export const FRAMING_KEYS: Readonly<Record<Framing, string>> = { advocacy: "A", neutral: "N", critical: "C" };

/** "a", "a or b", "a, b or c". */
export function either(words: readonly string[], join = "or"): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} ${join} ${words.at(-1)}`;
}

/** What a condition says: "Framing is Critical". Answers that are no longer there are left out. */
export function conditionWords(content: CodebookContent, { setId, labelIds }: ShowWhen): string {
  const set = setId === "framing" ? { name: "Framing", labels: content.framing as readonly { id: string; name: string }[] } : content.sets.find((one) => one.id === setId);
  const names = labelIds.flatMap((id) => set?.labels.find((label) => label.id === id)?.name ?? []);
  return `${set?.name ?? "a question that is gone"} is ${names.length === 0 ? "an answer that is gone" : either(names)}`;
}

/** When a set is asked, as a sentence. */
export const askedWhen = (content: CodebookContent, set: LabelSet): string =>
  set.showWhen === null ? `Asked of every ${set.level === "span" ? "mark" : "article"}` : `Asked when ${conditionWords(content, set.showWhen)}`;

/** How a set is answered, in a few words each. */
export const setFacts = (set: LabelSet): string[] => [set.level === "span" ? "about marks" : "about articles", set.choice === "single" ? "one answer" : "any number of answers", set.required ? "an answer is required" : "may be left open"];

/** Where a label stands if it is no longer in use; null while it is. */
export function outOfUse(label: Label, siblings: readonly Label[]): string | null {
  const nameOf = (id: string): string => siblings.find((one) => one.id === id)?.name ?? "a label that is gone";
  if (label.mergedIntoId !== null) return `merged into ${nameOf(label.mergedIntoId)}`;
  if (label.splitIntoIds.length > 0) return `split into ${either(label.splitIntoIds.map(nameOf), "and")}`;
  return label.archived ? "archived" : null;
}

/** What else is asked of a mark, as a sentence; empty when nothing is. */
export function asksWords(asks: Asks): string {
  const parts = [asks.voice && "who is speaking", asks.directness && "whether it hits the target directly", asks.device && "whether the words or the choice of facts do it", asks.confidence && "how sure you are"].filter((part) => part !== false);
  return parts.length === 0 ? "" : `Each mark also says ${either(parts, "and")}.`;
}

const KINDS: Readonly<Partial<Record<ChangeKind, string>>> = {
  added: "new", removed: "gone", merged: "merged into", unmerged: "no longer merged", split: "split into", unsplit: "no longer split", archived: "no longer used", restored: "used again", reordered: "another order",
};
/** What happened, before the words that changed: "definition", "split into". */
export const changeCaption = ({ kind, field }: Pick<Change, "kind" | "field">): string => {
  if (kind === "reformatted") return `${field}: other looks, the same words`;
  return KINDS[kind] ?? field;
};
