import { cache } from "react";
import { signedIn } from "@/components/charts/signed";
import { requestFormatter, requestTranslator } from "@/components/words/request-words";
import type { Formatter, Translator } from "@/components/words/words";

/** What the figures are told with: words, and numbers as the language writes them. */
export type Say = { readonly t: Translator<"stance">; readonly charts: Translator<"charts">; readonly format: Formatter; readonly signed: (value: number) => string };

/** The words of this request. */
export const say = cache(async (): Promise<Say> => {
  const [t, charts, format] = await Promise.all([requestTranslator("stance"), requestTranslator("charts"), requestFormatter()]);
  return { t, charts, format, signed: (value) => signedIn(format, value) };
});
