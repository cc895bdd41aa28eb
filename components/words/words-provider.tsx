"use client";

import type { ReactNode } from "react";
import { IntlProvider } from "use-intl/react";
import { english } from "./english";
import type { Language } from "./languages";
import type { Words } from "./words";

/** Gives the words of a language to everything inside. English comes with the program; another language is handed in by the page. */
export function WordsProvider({ language, words, children }: { language: Language; words: Words | null; children: ReactNode }) {
  return <IntlProvider locale={language} messages={(words ?? english) as typeof english} timeZone="UTC">{children}</IntlProvider>;
}
