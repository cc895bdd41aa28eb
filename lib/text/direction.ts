/** Languages that are written from right to left, by their usual script. */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(["ar", "arc", "arz", "azb", "bal", "bgn", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "khw", "ks", "lrc", "mzn", "nqo", "pnb", "prs", "ps", "rhg", "sd", "skr", "syr", "ug", "ur", "yi"]);
const SCRIPTS: ReadonlySet<string> = new Set(["arab", "aran", "hebr", "syrc", "thaa", "nkoo", "rohg", "mand", "samr"]);

/**
 * The direction of a text in a language: by the script that its tag (BCP 47) names ("ku-Arab", "az-Latn"), else by
 * the language's usual one; `auto` where no language is told.
 */
export function directionOf(language: string | null): "ltr" | "rtl" | "auto" {
  if (language === null) return "auto";
  const [first = "", ...rest] = language.toLowerCase().split("-");
  const script = rest.find((part) => /^[a-z]{4}$/.test(part));
  if (script !== undefined) return SCRIPTS.has(script) ? "rtl" : "ltr";
  return RIGHT_TO_LEFT.has(first) ? "rtl" : "ltr";
}
