import Link from "next/link";
import { FigureSvg } from "@/components/charts/figure-svg";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { requestTranslator } from "@/components/words/request-words";
import { CLEAR_Z, type NamingReport, type WordPlace, type WordsReport } from "@/lib/compare/words/report";
import { wordPlot } from "@/lib/figures/word-plot";
import { WordFiles } from "./files";
import { wordsFileHref } from "./links";
import { NamingSection } from "./naming-section";
import { PlacesSection } from "./places-section";
import { WordsFilters } from "./words-filters";
import { WordsTable } from "./words-table";

/** Words drawn of each outlet; the table has more. */
const DRAWN = 8;

/** What each outlet calls things: the words that it uses more than the others, and its names of the targets. */
export async function WordsScreen({ projectId, report, naming, opened }: { projectId: string; report: WordsReport; naming: NamingReport; opened: { word: string; outlet: string; places: readonly WordPlace[] } | null }) {
  const t = await requestTranslator("compareWords");
  const { scope, choice, prior, outlets } = report;
  const at = { projectId, choice };
  const plot = wordPlot(
    outlets.map(({ name, told }) => ({ name, words: told.slice(0, DRAWN).map(({ word, z, n, others }) => ({ word, z, note: t("plot.note", { z, n, others }) })) })),
    { axis: t("plot.axis"), tick: String, clear: t("plot.clear", { z: CLEAR_Z }), none: t("table.none") },
    CLEAR_Z,
  );
  const title = scope.set === null ? t("titleProject") : t("title", { set: scope.set.name });
  const enough = outlets.length > 1;
  return (
    <div className="page agreement cw">
      <PageHead title={title} facts={t("facts", { works: scope.works, outlets: outlets.length })} sub={t("sub")} acts={<Link className="link" href={`/p/${projectId}/compare${choice.setId === null ? "" : `/${choice.setId}`}`}>{t(choice.setId === null ? "backToList" : "back")}</Link>} />
      <WordsFilters at={at} targets={report.targets} />
      {(scope.unknown > 0 || scope.cut) && <p className="sub">{[scope.unknown > 0 ? t("unknown", { n: scope.unknown }) : "", scope.cut ? t("cut") : ""].filter(Boolean).join(" ")}</p>}
      {opened !== null && <PlacesSection projectId={projectId} {...opened} />}
      {!enough ? <EmptyState what={t(choice.basis === "spans" ? "noMarks" : "oneOutlet")} why={t(choice.basis === "spans" ? "noMarksWhy" : "oneOutletWhy")} /> : (
        <section className="ag-sect">
          <div className="ag-sect-h"><h2>{t(`by.${choice.basis}`)}</h2><WordFiles files={(["csv", "svg", "png"] as const).map((format) => ({ name: format.toUpperCase(), href: wordsFileHref(at, format) }))} label={(format) => t("file", { format })} /></div>
          <p className="sub">{t("how", { least: prior.least, weight: Math.round(prior.weight), z: CLEAR_Z })}</p>
          <div className="plot-wrap" role="region" aria-label={t("plot.title")} tabIndex={0}><FigureSvg figure={plot} title={t("plot.title")} description={t("plot.description", { outlets: outlets.length })} /></div>
          <WordsTable at={at} outlets={outlets} />
        </section>
      )}
      <NamingSection at={at} naming={naming} />
    </div>
  );
}
