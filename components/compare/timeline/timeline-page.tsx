import { Download } from "lucide-react";
import Link from "next/link";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { datesIn } from "@/components/words/dates-in";
import { requestFormatter, requestTranslator, requestWords } from "@/components/words/request-words";
import { type Fact, inOrder, standingOf, type Timeline, type ToldFigure, type ToldTime } from "@/lib/compare/timeline";
import { gapOf } from "@/lib/figures/timeline-rows";
import type { ShownFact } from "./fact-card";
import { FactList } from "./fact-list";
import { FiguresTable, TimesTable } from "./mention-tables";
import { timelineSay } from "./say";
import { articleName, TimelineStrip } from "./timeline-strip";

/** Which facts the page lists. */
export const SHOWS = ["all", "conflicts", "proposals"] as const;
export type Shows = (typeof SHOWS)[number];
const FORMATS = ["svg", "png", "csv"] as const;

const belongs = (fact: Fact, show: Shows): boolean => show === "all" || standingOf(fact) === (show === "conflicts" ? "conflict" : "open");

/** The dates and figures of compared articles: the strip, what may be one fact, and everything with its sentence. `query` keeps the choice of articles in addresses. */
export async function TimelinePage({ projectId, timeline, show, query, mayWrite, keys }: { projectId: string; timeline: Timeline; show: Shows; query: string; mayWrite: boolean; keys: boolean }) {
  const [t, format, { language }] = await Promise.all([requestTranslator("timeline"), requestFormatter(), requestWords()]);
  const say = timelineSay(t, format, language);
  const { articles, times, figures, facts, set } = timeline;
  const here = `/p/${projectId}/compare/${set.id}/timeline`;
  const back = `/p/${projectId}/compare/${set.id}${query === "" ? "" : `?${query}`}`;
  const means = (one: ToldTime | ToldFigure): string => ("unit" in one ? say.figure(one) : say.time(one));
  const shown = inOrder(facts).filter((fact) => belongs(fact, show)).map((fact): ShownFact => {
    const gap = fact.subject === "time" ? gapOf(fact.a as ToldTime, fact.b as ToldTime) : null;
    return {
      fact, names: [articleName(timeline, fact.a.articleId), articleName(timeline, fact.b.articleId)], means: [means(fact.a), means(fact.b)],
      gap: gap === null || fact.compatible ? null : t(standingOf(fact) === "conflict" ? "strip.said" : "strip.apart", { gap: say.gap(gap) }),
      said: fact.verdict && t("list.by", { name: fact.verdict.memberName ?? t("list.somebody"), at: datesIn(language).moment(fact.verdict.at) }),
    };
  });
  const address = (one: Shows): string => `${here}?${[query, one === "all" ? "" : `show=${one}`].filter(Boolean).join("&")}`.replace(/\?$/u, "");
  return (
    <div className="page wide timeline">
      <PageHead
        title={t("name", { set: set.name })}
        facts={t("facts", { articles: articles.length, times: times.length, figures: figures.length })}
        acts={<>
          <Link className="link" href={back}>{t("back")}</Link>
          <span className="tl-files"><Icon of={Download} size="s" />{FORMATS.map((one) => <a key={one} className="link" download href={`/api/v1/projects/${projectId}/compare/${set.id}/timeline.${one}${query === "" ? "" : `?${query}`}`} aria-label={t("strip.fileAs", { format: one.toUpperCase() })}>{one.toUpperCase()}</a>)}</span>
        </>}
        sub={t("sub")}
      />
      {timeline.cut > 0 && <Note>{t("cut", { n: timeline.cut })}</Note>}
      {articles.length < 2 ? <EmptyState what={t("tooFew")} /> : times.length + figures.length === 0 ? <EmptyState what={t("none")} why={t("noneWhy")} /> : (
        <>
          <TimelineStrip timeline={timeline} />
          <nav aria-label={t("show.label")} className="seg small no-print">
            {SHOWS.map((one) => <Link key={one} href={address(one)} scroll={false} aria-current={one === show || undefined}>{t("show.n", { name: t(`show.${one}`), n: facts.filter((fact) => belongs(fact, one)).length })}</Link>)}
          </nav>
          <FactList {...{ projectId, articles, mayWrite, keys }} facts={shown} none={t(show === "conflicts" ? "list.noneConflicts" : show === "proposals" && facts.length > 0 ? "list.noneProposals" : "list.none")} />
          <TimesTable {...{ t, say, projectId, timeline }} />
          <FiguresTable {...{ t, say, projectId, timeline }} />
        </>
      )}
    </div>
  );
}
