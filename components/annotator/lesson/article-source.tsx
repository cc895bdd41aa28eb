import { useTranslations } from "use-intl/react";
import { useDates } from "@/components/words/use-dates";
import type { ArticleData } from "../types";

/** Who wrote the article and when; or that this is covered until the reveal. */
export function ArticleSource({ article: { outlet, byline, publishedOn, sourceHidden } }: { article: ArticleData }) {
  const t = useTranslations("lessonMark");
  const { longDay } = useDates();
  const source = sourceHidden === true ? [t("covered")] : [outlet?.name ?? t("unknown"), ...(byline === null ? [] : [byline])];
  return <p className="lm-source" dir="ltr">{[...source, ...(publishedOn === null ? [] : [longDay(publishedOn.slice(0, 10), "")])].join(" · ")}</p>;
}
