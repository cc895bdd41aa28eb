import Link from "next/link";
import { useFormatter, useTranslations } from "use-intl/react";
import { TableScroll } from "@/components/ui/table-scroll";
import type { GammaJob } from "./api";

const LEAST = 8;

/** A γ that was computed: the figure with interval, what drawing leaves in doubt, how it was computed, and the articles that agree least. */
export function GammaResult({ projectId, job, result }: { projectId: string; job: GammaJob; result: NonNullable<GammaJob["result"]> }) {
  const t = useTranslations("gamma");
  const format = useFormatter();
  const figure = (value: number): string => format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const { gamma, interval, doubt } = result;
  const least = result.documents.flatMap((one) => (one.gamma === null ? [] : [one])).sort((a, b) => a.gamma - b.gamma).slice(0, LEAST);
  return (
    <>
      <p><strong className="num">{gamma.value === null ? t("undefined") : t("value", { value: figure(gamma.value) })}</strong></p>
      {interval.value !== null && <p>{t("interval", { low: figure(interval.value.low), high: figure(interval.value.high), n: interval.value.documents })}</p>}
      <p className="faint x12">{t("basis", { articles: result.articles, annotators: result.annotators })}{doubt.value !== null && <>; {t("doubt", { value: figure(doubt.value) })}</>}</p>
      <p className="faint x12">{t("how", { sampler: result.sampler, alpha: result.alpha, beta: result.beta, seed: job.choice.seed, samples: job.samples, precision: job.precision === null ? t("allSamples") : figure(job.precision) })}</p>
      {result.left > 0 && <p className="faint x12">{t("left", { n: result.left })}</p>}
      {least.length > 0 && (
        <details className="numbers">
          <summary>{t("least")}</summary>
          <TableScroll label={t("least")}>
            <table>
              <thead><tr><th scope="col">{t("article")}</th><th scope="col" className="r">{t("column")}</th><th scope="col" className="r">{t("marks")}</th></tr></thead>
              <tbody>
                {least.map(({ articleId, title, gamma: own, weight }) => (
                  <tr key={articleId}><th scope="row" dir="auto"><Link prefetch={false} href={`/p/${projectId}/articles/${articleId}`}>{title}</Link></th><td className="num r">{figure(own)}</td><td className="num r">{format.number(weight, { maximumFractionDigits: 1 })}</td></tr>
                ))}
              </tbody>
            </table>
          </TableScroll>
        </details>
      )}
    </>
  );
}
