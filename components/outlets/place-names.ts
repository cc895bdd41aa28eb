const named = (type: "region" | "language", code: string | null): string | null => {
  if (code === null) return null;
  try {
    return new Intl.DisplayNames("en", { type }).of(code) ?? code;
  } catch {
    return code;
  }
};

/**
 * Where an outlet sits and what it writes in, in words: "United Kingdom · English". Null when neither is known.
 * For the server only: browsers know other spellings of some countries.
 */
export function placeWords({ country, language }: { country: string | null; language: string | null }): string | null {
  if (country === null && language === null) return null;
  return `${named("region", country) ?? "country unknown"} · ${named("language", language) ?? "language unknown"}`;
}
