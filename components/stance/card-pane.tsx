import { FileText } from "lucide-react";
import Link from "next/link";
import { Suspense, type ReactNode } from "react";
import { PrintButton } from "@/components/agreement/print-button";
import { CopyButton } from "@/components/ui/copy-button";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { groupRow, workRow } from "@/lib/figures/stance-rows";
import type { CardAgreement, NamedOutlet, ReportCard } from "@/lib/stance/report";
import { findings } from "@/lib/stance/reading";
import { CardAgainst } from "./card-against";
import { CardBasis } from "./card-basis";
import { CardGenres, CardSpeakers, CardVoices, CardWorks } from "./card-parts";
import { whoseOf } from "./count-links";
import { HowComputed } from "./how-computed";
import { pageHref, sensitivityHref, type StancePlace, worksHref } from "./links";
import type { Say } from "./say";
import { statusSentence } from "./status-sentence";

/** A card without what may take a while the first time. */
export type CardBody = Omit<ReportCard, "agreement" | "methods">;
type Props = {
  say: Say; place: StancePlace; card: CardBody;
  /** Agreement on exactly this layer and the methods paragraphs, as soon as they are there. */
  rest: Promise<{ agreement: CardAgreement; methods: readonly string[] }>;
  outlets: readonly NamedOutlet[];
  workTitles: Readonly<Record<string, string>>;
  /** What the difference from another outlet is, where one was asked for. */
  against: ReactNode;
  keep: ReactNode;
};

/** The row that a card is about, with the values that the page's table shows. */
export const cardRow = ({ cell, single, whose }: CardBody) => (cell !== null ? groupRow(whose.name, cell) : single !== null ? workRow(whose.name, single) : null);

/** One outlet (or work) on one target: the finding in words, its counts, and everything it rests on. */
export function CardPane({ say, place, card, rest, outlets, workTitles, against, keep }: Props) {
  const { t, card: c } = say;
  const row = cardRow(card);
  if (row === null) return <NoCard say={say} place={place} />;
  const whose = whoseOf(row);
  const { articles } = row;
  return (
    <aside className="report" aria-labelledby="card-title" id="card" tabIndex={-1}>
      <div>
        <div className="st-card-top"><span className="x12">{c("card.label")}</span><Link className="link x12 no-print" prefetch={false} href={pageHref({ ...place, whose: null })}>{c("card.close")}</Link></div>
        <h2 id="card-title">{t("whoseOn", { whose: row.name, target: card.target.name })}</h2>
      </div>
      <CardFigure say={say} place={place} card={card} />
      {card.choice.measured === "spans" && <CardVoices say={say} place={place} row={row} />}
      <CardWorks say={say} points={card.cell?.points ?? []} titles={workTitles} />
      <CardSpeakers say={say} card={card} />
      <CardGenres say={say} card={card} />
      <section>
        <h3>{c("card.rests")}</h3>
        <CardBasis say={say} card={card} row={row} />
        <HowComputed say={say} />
      </section>
      <Suspense fallback={<p className="x12" role="status">{c("card.waiting")}…</p>}><Rest say={say} place={place} rest={rest} /></Suspense>
      {row.whose === "group" && <CardAgainst say={say} place={place} outlets={outlets} result={against} />}
      {keep}
      <div className="acts no-print">
        <Button href={worksHref(place, whose)} icon={<Icon of={FileText} />}>{c("card.read", { n: articles })}</Button>
        <Button look="quiet" href={sensitivityHref(place, whose)}>{c("card.sensitivity")}</Button>
        <PrintButton words={c("card.print")} />
      </div>
    </aside>
  );
}

/** The figure in large, and what it says in words. */
function CardFigure({ say, place, card }: Pick<Props, "say" | "place" | "card">) {
  const { t, card: c, signed } = say;
  const row = cardRow(card);
  if (row === null) return null;
  const { mean, interval, points } = row.figure;
  const hollow = row.level === "not_enough" || row.level === "single";
  const found = card.cell === null ? [] : findings({ measured: place.choice.measured, voice: place.choice.voice, figure: card.cell.figure, quoted: card.cell.quoted }).map((one) => t(`reading.${one}`));
  const status = statusSentence(t, row.status === null ? null : { works: row.works, sharedWorks: row.sharedWorks, reasons: row.status.reasons });
  return (
    <div>
      {mean === null
        ? <p className="big hollow">–<small>{points.length > 0 ? c("card.points", { n: points.length, values: points.map((point) => signed(point)).join(", ") }) : c("card.noValue")}</small></p>
        : <p className={hollow ? "big hollow" : "big"}>{signed(mean)}<small>{interval === null ? c("card.noVariation") : c("card.between", { low: signed(interval.low), high: signed(interval.high), cut: interval.cutLow || interval.cutHigh ? "yes" : "no" })}</small></p>}
      <p>{(row.level === "enough" ? found : [...found, status]).join(" ")}</p>
    </div>
  );
}

async function Rest({ say, place, rest }: Pick<Props, "say" | "place" | "rest">) {
  const { card: c } = say;
  const { agreement, methods } = await rest;
  const { figure, interval, advice } = agreement;
  const number = (value: number): string => say.format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).replace("-", "−");
  const value = figure.value === null ? c("agreement.undefined", { reason: say.agreement(`reasons.${figure.reason}`) }) : number(figure.value);
  const range = interval.value === null ? "" : ` (${say.t("table.range", { low: number(interval.value.low), high: number(interval.value.high) })})`;
  const text = methods.join("\n\n");
  return (
    <>
      <section>
        <h3>{c("card.agreement")}</h3>
        <p className="x12">{c("agreement.is", { coefficient: say.agreement(`coefficients.${agreement.coefficient}`), level: say.agreement(`levels.${agreement.level}`), value, range, units: agreement.units, articles: agreement.articles, annotators: agreement.annotators })}</p>
        <p className="x12">{c(`agreement.${advice}`)} <Link className="link no-print" prefetch={false} href={`/p/${place.projectId}/agreement`}>{c("agreement.all")}</Link></p>
      </section>
      <section className="st-methods">
        <h3>{c("card.methods")}</h3>
        <div lang="en">{methods.map((paragraph) => <p key={paragraph} className="x12">{paragraph}</p>)}</div>
        <span className="no-print"><CopyButton text={text} size="small">{c("card.copyMethods")}</CopyButton></span>
      </section>
    </>
  );
}

/** In place of the card where the row has nothing under the choice. */
export function NoCard({ say, place }: Pick<Props, "say" | "place">) {
  return (
    <aside className="report" aria-label={say.card("card.label")} id="card">
      <p className="muted">{say.card("card.missing")}</p>
      <p><Link className="link" prefetch={false} href={pageHref({ ...place, whose: null })}>{say.card("card.close")}</Link></p>
    </aside>
  );
}
