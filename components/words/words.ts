import { createFormatter, createTranslator, type NamespaceKeys, type NestedKeyOf } from "use-intl/core";
import type { english } from "./english";
import type { Language } from "./languages";

type Wording<Catalogue> = { readonly [Key in keyof Catalogue]: Catalogue[Key] extends string ? string : Wording<Catalogue[Key]> };

/** A catalogue in any language: the keys of the English one, with a message in ICU syntax for each. */
export type Words = Wording<typeof english>;

/** A part of the catalogue, or a part of one: "queue", "queue.pool". */
export type Namespace = NamespaceKeys<typeof english, NestedKeyOf<typeof english>>;

/** Says what keys of a namespace mean: what `translator` and, in client components, `useTranslations` give. */
export type Translator<N extends Namespace = never> = ReturnType<typeof createTranslator<typeof english, N>>;

/** Says what a key means, outside React. Arguments are checked against the English message. */
export function translator<const N extends Namespace = never>(language: Language, words: Words, namespace?: N): Translator<N> {
  return createTranslator<typeof english, N>({ locale: language, messages: words as typeof english, timeZone: "UTC", ...(namespace === undefined ? {} : { namespace }) });
}

/** Writes numbers and dates in a language, outside React. */
export const formatter = (language: Language) => createFormatter({ locale: language, timeZone: "UTC" });

/** What `formatter` and, in client components, `useFormatter` give. */
export type Formatter = ReturnType<typeof formatter>;
