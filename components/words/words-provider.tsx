"use client";

import type { ReactNode } from "react";
import { IntlProvider } from "use-intl/react";
import { base } from "./base";
import type { english } from "./english";
import type { Language } from "./languages";
import type { Words } from "./words";

/** Gives the words that every page has to everything inside. English comes with the program; another language is handed in by the page. */
export function WordsProvider({ language, words, children }: { language: Language; words: Pick<Words, keyof typeof base> | null; children: ReactNode }) {
  return <IntlProvider locale={language} messages={(words ?? base) as typeof english} timeZone="UTC">{children}</IntlProvider>;
}
