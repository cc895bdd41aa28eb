import { useTranslations } from "use-intl/react";
import type { Brought } from "./api";

/** Names of a list that are said; the rest is a number. */
const SHOWN = 12;

/** What a table brings to the project, in numbers and names. */
export function WhatItBrings({ brings }: { brings: Brought }) {
  const t = useTranslations("judgementTable");
  const names = (all: readonly string[]): string => (all.length === 0 ? t("none") : [...all.slice(0, SHOWN), ...(all.length > SHOWN ? [t("more", { n: all.length - SHOWN })] : [])].join(", "));
  return (
    <dl className="facts">
      <dt>{t("articles")}</dt><dd className="num">{t("madeKnown", brings.articles)}</dd>
      <dt>{t("readings")}</dt><dd className="num">{t("madeKnown", brings.readings)}</dd>
      <dt>{t("judgements")}</dt><dd className="num">{t("judged", { n: brings.judgements, repeated: brings.repeated })}</dd>
      <dt>{t("annotators")}</dt><dd dir="auto">{names(brings.annotators)}</dd>
      <dt>{t("targets")}</dt><dd dir="auto">{names(brings.targets)}</dd>
      <dt>{t("outlets")}</dt><dd dir="auto">{names(brings.outlets)}</dd>
    </dl>
  );
}
