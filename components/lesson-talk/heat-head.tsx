import { useTranslations } from "use-intl/react";
import { Select } from "@/components/ui/select";
import type { HeatLesson } from "./api";
import type { HeatLook } from "./use-heat";

/** The five steps of the ramp, from one pupil to all who handed in. */
export function Ramp({ most }: { most: number }) {
  const t = useTranslations("classTalk");
  return <span className="ct-ramp" role="img" aria-label={`${t("ramp")}: 1–${t("rampMost", { n: most })}`}><span>1</span>{[1, 2, 3, 4, 5].map((step) => <i key={step} className={`k${step}`} />)}<span>{t("rampMost", { n: most })}</span></span>;
}

/** Which article of the lesson is looked at, and about whom. */
export function HeatChoice({ lesson, look }: { lesson: Pick<HeatLesson, "articles" | "targets">; look: HeatLook }) {
  const t = useTranslations("classTalk");
  return (
    <>
      {lesson.articles.length > 1 && <Select size="small" hideLabel label={t("whichArticle")} value={look.articleId ?? ""} onChange={(event) => look.showArticle(event.target.value)} options={lesson.articles.map(({ articleId, title }) => ({ value: articleId, label: title }))} />}
      {lesson.targets.length > 1 && <Select size="small" hideLabel label={t("whichTarget")} value={look.targetId ?? ""} onChange={(event) => look.showTarget(event.target.value)} options={lesson.targets.map(({ id, name }) => ({ value: id, label: name }))} />}
    </>
  );
}
