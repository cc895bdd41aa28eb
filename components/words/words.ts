import { createTranslator } from "use-intl/core";
import type { english } from "./english";
import type { Language } from "./languages";

type Wording<Catalogue> = { readonly [Key in keyof Catalogue]: Catalogue[Key] extends string ? string : Wording<Catalogue[Key]> };

/** A catalogue in any language: the keys of the English one, with a message in ICU syntax for each. */
export type Words = Wording<typeof english>;

/** Says what a key means, outside React. Arguments are checked against the English message. */
export const translator = (language: Language, words: Words) => createTranslator({ locale: language, messages: words as typeof english, timeZone: "UTC" });

/** What `translator` gives. */
export type Translator = ReturnType<typeof translator>;
