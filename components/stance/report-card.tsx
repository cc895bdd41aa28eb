import type { ReactNode } from "react";
import { CountsBar } from "@/components/charts/counts-bar";
import { Button } from "@/components/ui/button";
import { counted, signed } from "@/lib/figures/numbers";
import type { Measure, TableRow } from "@/lib/figures/stance-table";
import { spansIn } from "@/lib/stance/counts";
import type { StanceCell } from "@/lib/stance/outlets";
import { reading } from "@/lib/stance/reading";
import { CountTriple } from "./count-links";
import { HowComputed } from "./how-computed";
import { spansHref, type StancePlace } from "./links";
import { intervalText } from "./stance-table";

const VOICES = [["own", "Own"], ["quoted", "Quoted"], ["embedded", "Embedded"]] as const;
type Props = { place: StancePlace; row: TableRow; cell: StanceCell | null; targetName: string; workTitles: Readonly<Record<string, string>> };

/** One outlet (or work) on one target: the finding in words, its counts, and what it rests on. */
export function ReportCard({ place, row, cell, targetName, workTitles }: Props) {
  const spans = VOICES.reduce((sum, [voice]) => sum + spansIn(row.counts[voice]), 0);
  return (
    <aside className="report" aria-labelledby="card" tabIndex={-1}>
      <div>
        <div className="x12">Report card</div>
        <h2 id="card">{row.name} on {targetName}</h2>
      </div>
      <div>
        <Figure row={row} />
        <p>{cell === null ? row.sentence : reading(cell)}</p>
      </div>
      <section>
        <h3>Its own words, and those it quotes</h3>
        <div className="three">
          {VOICES.filter(([voice]) => voice !== "embedded" || spansIn(row.counts.embedded) > 0).map(([voice, word]) => (
            <Voice key={voice} word={word} faint={voice !== "own"}>
              <CountsBar counts={row.counts[voice]} of={`${row.name}, ${word.toLowerCase()}`} width={108} />
              <CountTriple {...{ place, row, voice }} />
            </Voice>
          ))}
        </div>
      </section>
      {cell !== null && cell.sign.works > 0 && cell.sign.works < 3 && (
        <section>
          <h3>{cell.sign.works === 1 ? "The one work" : "The two works"}, in its own words</h3>
          <div className="who-q works">
            {cell.sign.points.map((point) => [<span key={point.workId}>{workTitles[point.workId] ?? "A work"}</span>, <span key={`${point.workId} value`} className="num">{signed(point.value)}</span>])}
          </div>
        </section>
      )}
      <section>
        <h3>What it rests on</h3>
        <Basis row={row} cell={cell} />
        <HowComputed />
      </section>
      {spans > 0 && (
        <div className="acts">
          <Button href={spansHref(place, row)}>{spans === 1 ? "Read the span" : `Read the ${spans.toLocaleString("en-GB")} spans`}</Button>
        </div>
      )}
    </aside>
  );
}

function Voice({ word, faint, children }: { word: string; faint: boolean; children: ReactNode }) {
  return <><span {...(faint ? { className: "faint" } : {})}>{word}</span>{children}</>;
}

function Figure({ row }: { row: TableRow }) {
  const { mean, interval } = row.own;
  const hollow = row.level === "not_enough" || row.level === "single";
  if (mean === null) return <p className="big hollow">–<small>{row.own.points.length > 0 ? pointsText(row.own) : "no marks in its own words"}</small></p>;
  return (
    <p className={hollow ? "big hollow" : "big"}>
      {signed(mean)}
      <small>{interval === null ? "no variation between works" : `between ${signed(interval.low)} and ${signed(interval.high)}${interval.cutLow || interval.cutHigh ? ", cut at the end of the scale" : ""}`}</small>
    </p>
  );
}

const pointsText = (measure: Measure): string => `${counted(measure.points.length, "work")}: ${measure.points.map((point) => signed(point)).join(", ")}`;

function rateText(rate: Measure): string {
  if (rate.mean !== null) return `${signed(rate.mean)} (${intervalText(rate)})`;
  return rate.points.length === 0 ? "no words in its own voice" : pointsText(rate);
}

function Basis({ row, cell }: { row: TableRow; cell: StanceCell | null }) {
  return (
    <dl className="based">
      <dt>Articles</dt>
      <dd>{cell === null ? counted(row.articles, "article") : `${row.articles.toLocaleString("en-GB")} of the ${cell.articlesRead.toLocaleString("en-GB")} read address it`}; {counted(row.works, "work")}</dd>
      <dt>Annotators</dt>
      <dd>{row.annotators.toLocaleString("en-GB")}{cell === null ? "" : `; ${counted(cell.sign.sharedWorks, "work")} read by two or more`}</dd>
      <dt>Per 1,000</dt>
      <dd>{rateText(row.rate)}, net marks for each 1,000 characters of own voice</dd>
      <dt>Data</dt>
      <dd>submitted work, as marked; direct hits only</dd>
      <dt>Method</dt>
      <dd>unweighted mean over works, t interval from 3 works</dd>
    </dl>
  );
}

/** In place of the card while no row is chosen. */
export function NoCard() {
  return (
    <aside className="report" aria-label="Report card">
      <p className="muted">Choose a row of the table to see its report card.</p>
    </aside>
  );
}
