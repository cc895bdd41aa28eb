import type { ReactNode } from "react";
import type { ValueRow } from "@/lib/figures/stance-rows";
import type { CardBody } from "./card-pane";
import { intervalText, saidBy, type Say, valueText } from "./say";

/** Everything that a figure rests on, one fact a line. */
export function CardBasis({ say, card, row }: { say: Say; card: CardBody; row: ValueRow }) {
  return <dl className="based">{facts(say, card, row).map(([name, value]) => [<dt key={name}>{name}</dt>, <dd key={`${name} is`}>{value}</dd>])}</dl>;
}

type Fact = readonly [name: string, value: ReactNode];

function facts(say: Say, card: CardBody, row: ValueRow): Fact[] {
  const { card: c, format, percent } = say;
  const { choice } = card;
  const list = card.codebook.versions.map(({ number, marks }) => `v${format.number(number)}: ${format.number(marks)}`).join(", ");
  return [
    [c("basis.estimand"), `${c(`basis.said.${saidBy(choice)}`)}, ${c(`basis.by.${choice.by}`)}`],
    [c("basis.data"), c(`basis.dataIs.${choice.data}`)],
    ...(choice.measured === "spans" ? [[c("basis.marks"), `${c(`basis.devices.${choice.device}`)}; ${c(`basis.directnesses.${choice.directness}`)}`] as const] : []),
    ...(row.judged === null ? [] : [[say.t("table.judgements"), c("card.judged", { n: row.judged.judgements, unclear: row.judged.unclear, notAddressed: row.judged.notAddressed })] as const]),
    ...(choice.genre === null ? [] : [[c("basis.genre"), say.genre(choice.genre)] as const]),
    ...(card.articleSet === null ? [] : [[c("basis.set"), card.articleSet] as const]),
    [c("basis.articles"), c("basis.articlesAre", { articles: row.articles, copies: card.copies, works: row.works })],
    [c("basis.addressing"), c("basis.notAddressing", { n: card.notAddressing, by: card.addressedBy })],
    [c("basis.annotators"), card.inCommon === null || card.inCommon.pairs === 0 ? c("basis.annotatorsAre", { n: row.annotators, shared: row.sharedWorks }) : c("basis.common", { n: row.annotators, fewest: card.inCommon.fewest, most: card.inCommon.most, shared: row.sharedWorks })],
    ...(card.settledShare.value === null ? [] : [[c("basis.adjudicated"), c("basis.ofArticles", { share: percent(card.settledShare.value) })] as const]),
    [c("basis.dates"), card.dates.from === null ? c("basis.noDates") : c("basis.span", { from: say.day(card.dates.from), to: say.day(card.dates.to ?? card.dates.from), without: card.dates.without })],
    [c("basis.sampling"), card.sampling === "" ? c("basis.noSampling") : card.sampling],
    ...(card.blindShare.value === null ? [] : [[c("basis.blind"), c("basis.blindIs", { share: percent(card.blindShare.value) })] as const]),
    [c("basis.codebook"), list === "" ? c("basis.noVersions") : c("basis.versions", { list, leftOut: card.codebook.leftOut })],
    [c("basis.rate"), choice.measured === "spans" && choice.voice === "own" ? c("basis.net", { rate: rateText(say, row) }) : c("basis.noRate")],
    [c("basis.shrunken"), shrunkenText(say, card)],
    [c("basis.adjusted"), adjustedText(say, card)],
    [c("basis.labels"), labelsText(say, card)],
    [c("basis.method"), c("basis.methodIs")],
    [c("basis.version"), c("basis.versionIs", { version: card.dataVersion, date: say.moment(card.at) })],
  ];
}

const rateText = (say: Say, { rate }: ValueRow): string => (rate.mean === null ? valueText(say, rate) : `${valueText(say, rate)} (${intervalText(say, rate)})`);

function shrunkenText({ card: c, signed, percent }: Say, { cell, pooled }: CardBody): string {
  if (cell === null) return "–";
  if (cell.shrunken.value === null || pooled.value === null) return c(`basis.notShrunken.${cell.shrunken.value === null ? cell.shrunken.reason : "no_variation"}`);
  const { mean, interval, kept } = cell.shrunken.value;
  return c("basis.shrunkenIs", { mean: signed(mean), low: signed(interval.low), high: signed(interval.high), pooled: signed(pooled.value.mean), outlets: pooled.value.outlets, kept: percent(kept) });
}

function adjustedText({ t, card: c, signed, format }: Say, { adjusted }: CardBody): string {
  if (adjusted.value === null) return c(`basis.notAdjusted.${adjusted.reason}`);
  const { figure, articles, most } = adjusted.value;
  const range = figure.interval.value === null ? "" : ` (${t("table.range", { low: signed(figure.interval.value.low), high: signed(figure.interval.value.high) })})`;
  return c("basis.adjustedIs", { mean: figure.mean.value === null ? "–" : signed(figure.mean.value), range, articles, most: format.number(most, { maximumFractionDigits: 2 }) });
}

function labelsText({ card: c, signed, percent }: Say, { labelUncertainty }: CardBody): string {
  if (labelUncertainty.value === null) return c(`basis.noLabels.${labelUncertainty.reason}`);
  const { interval, share } = labelUncertainty.value;
  return c("basis.labelsAre", { low: signed(interval.low), high: signed(interval.high), share: percent(share) });
}
