const segmenters = new Map<string, Intl.Segmenter>();

/** The segmenter of a language, made once; of a malformed or unknown tag, that of the default rules. */
export function segmenterFor(language: string | null, granularity: "word" | "sentence"): Intl.Segmenter {
  const key = `${granularity} ${language ?? ""}`;
  const known = segmenters.get(key);
  if (known !== undefined) return known;
  const made = makeSegmenter(language, granularity);
  segmenters.set(key, made);
  return made;
}

function makeSegmenter(language: string | null, granularity: "word" | "sentence"): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language ?? undefined, { granularity });
  } catch {
    // A language tag that was typed by hand may be malformed; the default rules are right for most scripts.
    return new Intl.Segmenter(undefined, { granularity });
  }
}
