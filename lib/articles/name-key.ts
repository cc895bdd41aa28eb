import { foldText } from "@/lib/text/fold";

/**
 * The key under which two spellings of a name are the same name: case, apostrophes, hyphens and dashes, no-break
 * spaces and runs of white space are folded, and what prints nothing is left out; letters and their accents are kept.
 * A name is found in a text under the same folding.
 */
export const nameKey = (name: string): string => foldText(name).text.trim();

/** The names that differ under `nameKey`, first spelling kept, without those whose key is in `except`. */
export function distinctNames(names: readonly string[], except: readonly string[] = []): { name: string; key: string }[] {
  const seen = new Set(except);
  const kept: { name: string; key: string }[] = [];
  for (const name of names) {
    const key = nameKey(name);
    if (key === "" || seen.has(key)) continue;
    seen.add(key);
    kept.push({ name, key });
  }
  return kept;
}
