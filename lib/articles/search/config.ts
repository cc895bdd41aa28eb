/** The languages for which Postgres knows how words are bent, by their subtag (BCP 47). */
const CONFIGS: Readonly<Record<string, string>> = {
  ar: "arabic", ca: "catalan", da: "danish", de: "german", el: "greek", en: "english", es: "spanish", eu: "basque", fi: "finnish", fr: "french", ga: "irish",
  hi: "hindi", hu: "hungarian", hy: "armenian", id: "indonesian", it: "italian", lt: "lithuanian", nb: "norwegian", ne: "nepali", nl: "dutch", nn: "norwegian", no: "norwegian",
  pt: "portuguese", ro: "romanian", ru: "russian", sr: "serbian", sv: "swedish", ta: "tamil", tr: "turkish", yi: "yiddish",
};

/** The text search configuration of Postgres (15 and later) for a language; words as they are spelled where it has none. */
export const searchConfig = (language: string | null): string => CONFIGS[language?.split("-")[0]?.toLowerCase() ?? ""] ?? "simple";
