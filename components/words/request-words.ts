import { cookies } from "next/headers";
import { cache } from "react";
import { english } from "./english";
import { LANGUAGE_COOKIE, type Language, spokenLanguage } from "./languages";
import { translator, type Words } from "./words";

/** The language of this request, and its catalogue. Read only where it is needed, so that nobody loads all of them. */
export const requestWords = cache(async (): Promise<{ language: Language; words: Words }> => {
  const language = spokenLanguage((await cookies()).get(LANGUAGE_COOKIE)?.value);
  return { language, words: language === "de" ? (await import("./german")).german : english };
});

/** Says what keys mean, in a server component. */
export const requestTranslator = cache(async () => {
  const { language, words } = await requestWords();
  return translator(language, words);
});
