const APOSTROPHES = /[\u2018\u2019\u201b\u02bc\u2032\u00b4`]/gu;
const HYPHENS = /[\u2010-\u2015\u2212\u00ad]/gu;
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/**
 * The key under which two spellings of a name are the same name: case, apostrophes, hyphens and dashes, no-break
 * spaces and runs of white space are folded; letters and their accents are kept.
 */
export function nameKey(name: string): string {
  return name
    .normalize("NFKC")
    .replace(INVISIBLE, "")
    .replace(APOSTROPHES, "'")
    .replace(HYPHENS, "-")
    .replace(/\s+/gu, " ")
    .trim()
    // Upper case first, so that ß and SS meet.
    .toUpperCase()
    .toLowerCase()
    .normalize("NFC");
}

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
