"use client";

import { type ReactNode, useMemo } from "react";
import { IntlProvider, useLocale, useMessages } from "use-intl/react";
import type { english } from "./english";
import type { Words } from "./words";

/** Adds words to those around it. */
export function MoreWords({ words, children }: { words: Partial<Words>; children: ReactNode }) {
  const [language, around] = [useLocale(), useMessages()];
  const messages = useMemo(() => ({ ...around, ...words }) as typeof english, [around, words]);
  return <IntlProvider locale={language} messages={messages} timeZone="UTC">{children}</IntlProvider>;
}
