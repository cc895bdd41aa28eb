"use client";

import { useTranslations } from "use-intl/react";
import { MASK } from "@/lib/articles/source-mask";

/** Words in which some may be hidden: each run of masks is drawn as a hatched field of its length, and named. */
export function Masked({ text }: { text: string }) {
  const t = useTranslations("shell");
  if (!text.includes(MASK)) return text;
  return text.split(/(\u2588+)/u).map((piece, i) => (i % 2 === 1 ? <span key={i} className="masked hatch" role="img" aria-label={t("hiddenName")}>{piece}</span> : piece));
}
