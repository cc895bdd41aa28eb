/** The languages of the interface, each with its own name. English is complete by definition: the others are checked against it. */
export const LANGUAGES = { en: "English", de: "Deutsch" } as const;

/** One of `LANGUAGES`. */
export type Language = keyof typeof LANGUAGES;

/** The cookie that keeps what a person chose on this machine. */
export const LANGUAGE_COOKIE = "slantwise-language";

const isLanguage = (tag: string | undefined): tag is Language => tag !== undefined && Object.hasOwn(LANGUAGES, tag);

/** The language that a person chose on this machine, else English, whatever the browser prefers: those of one study should read the same names. */
export const spokenLanguage = (chosen: string | undefined): Language => (isLanguage(chosen) ? chosen : "en");
