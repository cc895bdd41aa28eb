import type { Language } from "@/components/words/languages";
import type { Translator } from "@/components/words/words";

const named = (spoken: Language, type: "region" | "language", code: string | null): string | null => {
  if (code === null) return null;
  try {
    return new Intl.DisplayNames(spoken, { type }).of(code) ?? code;
  } catch {
    return code;
  }
};

/**
 * Where an outlet sits and what it writes in, in words: "United Kingdom · English". Null when neither is known.
 * For the server only: browsers know other spellings of some countries.
 */
export function placeWords(spoken: Language, t: Translator<"outlets.place">, { country, language }: { country: string | null; language: string | null }): string | null {
  if (country === null && language === null) return null;
  return t("both", { country: named(spoken, "region", country) ?? t("noCountry"), language: named(spoken, "language", language) ?? t("noLanguage") });
}
