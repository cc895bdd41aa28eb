import type { ReactNode } from "react";
import { CountsBar } from "@/components/charts/counts-bar";
import { Button } from "@/components/ui/button";
import type { Translator } from "@/components/words/words";
import type { Measure, TableRow } from "@/lib/figures/stance-table";
import { VOICES } from "@/lib/annotations/span";
import { spansIn } from "@/lib/stance/counts";
import type { StanceCell } from "@/lib/stance/outlets";
import { findings } from "@/lib/stance/reading";
import { CountTriple } from "./count-links";
import { HowComputed } from "./how-computed";
import { spansHref, type StancePlace } from "./links";
import type { Say } from "./say";
import { intervalText } from "./stance-table";
import { statusSentence } from "./status-sentence";

type Props = { say: Say; place: StancePlace; row: TableRow; cell: StanceCell | null; targetName: string; workTitles: Readonly<Record<string, string>> };

/** One outlet (or work) on one target: the finding in words, its counts, and what it rests on. */
export function ReportCard({ say, place, row, cell, targetName, workTitles }: Props) {
  const { t, signed } = say;
  const spans = VOICES.reduce((sum, voice) => sum + spansIn(row.counts[voice]), 0);
  return (
    <aside className="report" aria-labelledby="card" tabIndex={-1}>
      <div>
        <div className="x12">{t("card.label")}</div>
        <h2 id="card">{t("whoseOn", { whose: row.name, target: targetName })}</h2>
      </div>
      <div>
        <Figure say={say} row={row} />
        <p>{finding(say, row, cell)}</p>
      </div>
      <section>
        <h3>{t("card.voices")}</h3>
        <div className="three">
          {VOICES.filter((voice) => voice !== "embedded" || spansIn(row.counts.embedded) > 0).map((voice) => (
            <Voice key={voice} word={t(`card.voice.${voice}`)} faint={voice !== "own"}>
              <CountsBar t={say.charts} counts={row.counts[voice]} of={t("card.ofVoice", { name: row.name, voice })} width={108} />
              <CountTriple {...{ say, place, row, voice }} />
            </Voice>
          ))}
        </div>
      </section>
      {cell !== null && cell.sign.works > 0 && cell.sign.works < 3 && (
        <section>
          <h3>{t("card.works", { n: cell.sign.works })}</h3>
          <div className="who-q works">
            {cell.sign.points.map((point) => [<span key={point.workId}>{workTitles[point.workId] ?? t("card.unnamed")}</span>, <span key={`${point.workId} value`} className="num">{signed(point.value)}</span>])}
          </div>
        </section>
      )}
      <section>
        <h3>{t("card.rests")}</h3>
        <Basis say={say} row={row} cell={cell} />
        <HowComputed say={say} />
      </section>
      {spans > 0 && (
        <div className="acts">
          <Button href={spansHref(place, row)}>{t("card.read", { n: spans })}</Button>
        </div>
      )}
    </aside>
  );
}

function finding({ t }: Say, row: TableRow, cell: StanceCell | null): string {
  const found = cell === null ? [] : findings({ measured: "spans", voice: "own", figure: cell.sign, quoted: cell.quoted }).map((one) => t(`reading.${one}`));
  return (row.level === "enough" ? found : [...found, statusSentence(t, row.rests)]).join(" ");
}

function Voice({ word, faint, children }: { word: string; faint: boolean; children: ReactNode }) {
  return <><span {...(faint ? { className: "faint" } : {})}>{word}</span>{children}</>;
}

function Figure({ say, row }: { say: Say; row: TableRow }) {
  const { t, signed } = say;
  const { mean, interval } = row.own;
  const hollow = row.level === "not_enough" || row.level === "single";
  if (mean === null) return <p className="big hollow">–<small>{row.own.points.length > 0 ? pointsText(say, row.own) : t("card.noOwn")}</small></p>;
  return (
    <p className={hollow ? "big hollow" : "big"}>
      {signed(mean)}
      <small>{interval === null ? t("card.noVariation") : t("card.between", { low: signed(interval.low), high: signed(interval.high), cut: interval.cutLow || interval.cutHigh ? "yes" : "no" })}</small>
    </p>
  );
}

const pointsText = ({ t, signed }: Say, { points }: Measure): string => t("card.points", { n: points.length, values: points.map((point) => signed(point)).join(", ") });

function rateText(say: Say, rate: Measure): string {
  if (rate.mean !== null) return `${say.signed(rate.mean)} (${intervalText(say, rate)})`;
  return rate.points.length === 0 ? say.t("card.noRate") : pointsText(say, rate);
}

function Basis({ say, row, cell }: { say: Say; row: TableRow; cell: StanceCell | null }) {
  const { t, format } = say;
  const { articles, works, annotators } = row;
  return (
    <dl className="based">
      <dt>{t("basis.articles")}</dt>
      <dd>{cell === null ? t("basis.alone", { articles, works }) : t("basis.ofRead", { articles, read: cell.articlesRead, works })}</dd>
      <dt>{t("basis.annotators")}</dt>
      <dd>{cell === null ? format.number(annotators) : t("basis.shared", { annotators, works: cell.sign.sharedWorks })}</dd>
      <dt>{t("basis.rate")}</dt>
      <dd>{t("basis.net", { rate: rateText(say, row.rate) })}</dd>
      <dt>{t("basis.data")}</dt>
      <dd>{t("basis.dataIs")}</dd>
      <dt>{t("basis.method")}</dt>
      <dd>{t("basis.methodIs")}</dd>
    </dl>
  );
}

/** In place of the card while no row is chosen. */
export function NoCard({ t }: { t: Translator<"stance"> }) {
  return (
    <aside className="report" aria-label={t("card.label")}>
      <p className="muted">{t("card.choose")}</p>
    </aside>
  );
}
