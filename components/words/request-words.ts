import { cookies } from "next/headers";
import { cache } from "react";
import { base } from "./base";
import { english } from "./english";
import { LANGUAGE_COOKIE, type Language, spokenLanguage } from "./languages";
import { formatter, type Namespace, type Translator, translator, type Words } from "./words";

/** The language of this request, and all of its catalogue, which stays on the server. */
export const requestWords = cache(async (): Promise<{ language: Language; words: Words }> => {
  const language = spokenLanguage((await cookies()).get(LANGUAGE_COOKIE)?.value);
  return { language, words: language === "de" ? (await import("./german")).german : english };
});

/** Some namespaces of a catalogue. */
export const pick = <Name extends keyof Words>(words: Words, names: readonly Name[]): Pick<Words, Name> => Object.fromEntries(names.map((name) => [name, words[name]])) as Pick<Words, Name>;

/** What the root of every page needs: its language, and the base words unless they are English, which come with the program. */
export async function baseWords(): Promise<{ language: Language; words: Pick<Words, keyof typeof base> | null }> {
  const { language, words } = await requestWords();
  return { language, words: language === "en" ? null : pick(words, Object.keys(base) as (keyof typeof base)[]) };
}

/** Says what keys mean, in a server component: all of them, or those of a namespace. */
export async function requestTranslator<const N extends Namespace = never>(namespace?: N): Promise<Translator<N>> {
  const { language, words } = await requestWords();
  return translator(language, words, namespace);
}

/** Writes numbers and dates in the language of this request, in a server component. */
export const requestFormatter = cache(async () => formatter((await requestWords()).language));
