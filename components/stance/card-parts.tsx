import type { ReactNode } from "react";
import { CountsBar } from "@/components/charts/counts-bar";
import type { ValueRow } from "@/lib/figures/stance-rows";
import { type FramingCounts, spansIn } from "@/lib/stance/counts";
import type { WorkPoint } from "@/lib/stance/estimate";
import { LISTED_VOICES } from "@/lib/stance/marks-query";
import type { CardBody } from "./card-pane";
import { CountTriple } from "./count-links";
import type { StancePlace } from "./links";
import type { Say } from "./say";

/** Own words, those it quotes, and the rest where there is any: three counts each. */
export function CardVoices({ say, place, row }: { say: Say; place: StancePlace; row: ValueRow }) {
  const { card: c, charts } = say;
  const always = ["own", "quoted"];
  return (
    <section>
      <h3>{c("card.voices")}</h3>
      <div className="three">
        {LISTED_VOICES.filter((voice) => always.includes(voice) || spansIn(row.counts[voice]) > 0).map((voice) => (
          <Line key={voice} word={c(`card.voice.${voice}`)} faint={voice !== "own"}>
            <CountsBar t={charts} counts={row.counts[voice]} of={c("card.ofVoice", { name: row.name, voice })} width={108} />
            <CountTriple {...{ say, place, row, voice }} counts={row.counts[voice]} />
          </Line>
        ))}
      </div>
    </section>
  );
}

function Line({ word, faint, children }: { word: string; faint: boolean; children: ReactNode }) {
  return <><span {...(faint ? { className: "faint" } : {})}>{word}</span>{children}</>;
}

/** The works themselves, where they are too few for a mean. */
export function CardWorks({ say: { card: c, signed }, points, titles }: { say: Say; points: readonly WorkPoint[]; titles: Readonly<Record<string, string>> }) {
  if (points.length === 0) return null;
  return (
    <section>
      <h3>{c("card.works", { n: points.length })}</h3>
      <div className="who-q works">
        {points.map((point) => [<span key={point.workId}>{titles[point.workId] ?? c("card.unnamed")}</span>, <span key={`${point.workId} value`} className="num">{signed(point.value)}</span>])}
      </div>
    </section>
  );
}

/** Who is quoted on the target, how often, and how they lean. */
export function CardSpeakers({ say, card }: { say: Say; card: CardBody }) {
  const { card: c } = say;
  const { top, rest, unnamed } = card.speakers;
  const lines: { key: string; name: string; counts: FramingCounts }[] = [
    ...top.map(({ name, counts }) => ({ key: name, name, counts })),
    ...(rest.speakers > 0 ? [{ key: "/rest", name: c("card.otherSpeakers", { n: rest.speakers }), counts: rest.counts }] : []),
    ...(spansIn(unnamed) > 0 ? [{ key: "/unnamed", name: c("card.unnamedSpeakers"), counts: unnamed }] : []),
  ];
  if (lines.length === 0) return null;
  return (
    <section>
      <h3>{c("card.speakers", { target: card.target.name })}</h3>
      <div className="who-q">
        {lines.map(({ key, name, counts }) => [
          <span key={key} className="cut-any">{name}</span>,
          <span key={`${key} n`} className="num">{say.format.number(spansIn(counts))}</span>,
          <CountsBar key={`${key} bar`} t={say.charts} counts={counts} of={name} width={92} />,
        ])}
      </div>
    </section>
  );
}

/** The same figure genre by genre, where there is more than one. */
export function CardGenres({ say, card }: { say: Say; card: CardBody }) {
  const { card: c, signed, genre } = say;
  if (card.genres.length < 2) return null;
  return (
    <section>
      <h3>{c("card.genres")}</h3>
      <div className="who-q pairs">
        {card.genres.map((one) => [
          <span key={String(one.genre)}>{one.genre === null ? c("card.unknownGenre") : genre(one.genre)}</span>,
          <span key={`${one.genre} value`} className="num">{one.figure.mean.value === null ? one.points.map((point) => signed(point.value)).join(", ") || "–" : signed(one.figure.mean.value)}</span>,
          <span key={`${one.genre} n`} className="num">{c("card.genreArticles", { n: one.articles, level: one.figure.status.level })}</span>,
        ])}
      </div>
    </section>
  );
}
