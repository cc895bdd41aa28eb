import { Note } from "@/components/ui/note";
import { ProgressBar } from "@/components/ui/progress-bar";
import { requestFormatter, requestTranslator } from "@/components/words/request-words";
import "./practice.css";

/** An annotator's own standing in practice. */
export type Practice = { threshold: number | null; minimum: number; passed: boolean; done: number; mean: number | null; articles: number; waiting: number };

/** How far practice is, and what it opens; nothing where the project asks for none. */
export async function PracticeStatus({ practice }: { practice: Practice }) {
  const { threshold, minimum, passed, done, mean, articles, waiting } = practice;
  if (threshold === null || (passed && done === 0)) return null;
  const [t, format] = await Promise.all([requestTranslator("practice.status"), requestFormatter()]);
  const two = (value: number): string => format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  if (passed) return <Note>{mean === null ? t("passed") : t("passedWith", { mean: two(mean) })}</Note>;
  const enough = done >= minimum;
  return (
    <section className="standing" aria-label={t("title")}>
      <ProgressBar label={t("title")} value={Math.min(done, minimum)} max={minimum} text={t("done", { done, minimum })} detail={mean === null ? undefined : t("mean", { n: Math.min(done, minimum), mean: two(mean) })} />
      <p className="muted">
        {t("opens", { mean: two(threshold), waiting })}{" "}
        {enough && articles <= done && t("allDone")}
      </p>
    </section>
  );
}
