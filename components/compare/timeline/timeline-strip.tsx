import Link from "next/link";
import { FigureSvg } from "@/components/charts/figure-svg";
import { requestFormatter, requestTranslator, requestWords } from "@/components/words/request-words";
import { standingOf, type Timeline } from "@/lib/compare/timeline";
import { timelineStrip } from "@/lib/figures/compare-timeline";
import { stripOf } from "@/lib/figures/timeline-rows";
import { timelineSay } from "./say";

/** What an article is called beside others: its outlet, or its title where no outlet is known. */
export const articleName = (timeline: Timeline, id: string): string => {
  const found = timeline.articles.find((one) => one.id === id);
  const same = timeline.articles.filter((one) => one.outlet !== null && one.outlet === found?.outlet).length > 1;
  return found === undefined ? "" : found.outlet === null || same ? found.title : found.outlet;
};

/** The strip of a comparison: when each article says that things happened. Drawn on the server; `href` leads to the list of it all. */
export async function TimelineStrip({ timeline, href }: { timeline: Timeline; href?: string | undefined }) {
  const [t, format, { language }] = await Promise.all([requestTranslator("timeline"), requestFormatter(), requestWords()]);
  const say = timelineSay(t, format, language);
  const field = (gap: Parameters<typeof say.gap>[0] | null, said: boolean): string => (gap === null ? t(said ? "strip.saidPlain" : "strip.maybePlain") : t(said ? "strip.said" : "strip.maybeField", { gap: say.gap(gap) }));
  const { lanes, fields } = stripOf(timeline, (id) => articleName(timeline, id), { quote: (words) => t("strip.quote", { words }), field });
  const marks = lanes.reduce((sum, lane) => sum + lane.marks.length, 0);
  if (lanes.length < 2) return null;
  if (marks === 0) return <section className="tl-strip"><p className="muted">{t("strip.nothing")}</p></section>;
  const conflicts = timeline.facts.filter((fact) => fact.subject === "time" && standingOf(fact) === "conflict").length;
  const figure = timelineStrip(lanes, fields, { tick: say.tick, exact: t("strip.exact"), vague: t("strip.vague"), conflict: t("strip.conflict"), maybe: t("strip.maybe") });
  return (
    <section className="tl-strip" aria-label={t("strip.title")}>
      <div className="tl-scroll" role="region" aria-label={t("strip.scroll")} tabIndex={0}>
        <FigureSvg className="plot" figure={figure} title={t("strip.title")} description={t("strip.description", { lanes: lanes.length, marks, conflicts })} />
      </div>
      {href !== undefined && <p className="x12 no-print"><Link className="link" prefetch={false} href={href}>{t("strip.open")}</Link></p>}
    </section>
  );
}
