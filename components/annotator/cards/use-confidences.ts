import { useTranslations } from "use-intl/react";
import type { Confidence } from "@/lib/annotations/span";

/** How sure one can be, in three steps, with a word for each. */
export function useConfidences(): readonly { readonly value: Confidence; readonly label: string }[] {
  const t = useTranslations("cards.confidence");
  return [{ value: 1, label: t("low") }, { value: 2, label: t("medium") }, { value: 3, label: t("high") }];
}
