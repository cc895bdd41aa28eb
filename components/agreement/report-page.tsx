import { Button } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { referencesOf } from "@/lib/agreement/citations";
import type { Report } from "@/lib/agreement/report";
import type { Choices } from "@/lib/agreement/server/choices";
import { peopleOf } from "@/lib/figures/people-of";
import { askedLayers } from "./agreement-page";
import { CausesSection } from "./causes-section";
import { ConfusionSection } from "./confusion-section";
import { FactsSection } from "./facts-section";
import { FigureSection } from "./figure-section";
import { Lead } from "./lead";
import { LeftOutSection } from "./left-out-section";
import { LinesTable } from "./lines-table";
import { type AgreementPlace, pageHref } from "./links";
import { methodsParagraphs } from "./methods";
import { PairsSection } from "./pairs-section";
import { PrintButton } from "./print-button";
import type { Say } from "./say";
import { SeveritySection } from "./severity-section";
import { WeeksSection } from "./weeks-section";

type Props = { say: Say; place: AgreementPlace; choices: Choices; report: Report; project: string; /** YYYY-MM-DD. */ date: string };

/** The reliability report: a methods paragraph for a paper, its sources, then every figure and table, made to be printed. */
export function ReliabilityReport({ say, place, choices, report: whole, project, date }: Props) {
  const { t, name, day } = say;
  const report = { ...whole, layers: askedLayers(whole, choices) };
  const people = peopleOf(choices, report, place.hideNames);
  const layer = name(report.headline);
  return (
    <div className="page agreement-report">
      <PageHead title={t("report.title")} sub={t("report.sub", { project, date: day(date) })} acts={<><Button size="small" href={pageHref(place)}>{t("report.back")}</Button><PrintButton words={t("report.print")} /></>} />
      <section className="ag-sect ag-methods">
        <div className="ag-sect-h"><h2>{t("report.methods")}</h2></div>
        <p className="sub no-print">{t("report.methodsSub")}</p>
        {methodsParagraphs(say, report, { codebookVersions: [...choices.codebookVersions].sort((a, b) => a - b), date }).map((paragraph) => <p key={paragraph}>{paragraph}</p>)}
      </section>
      <section className="ag-sect">
        <div className="ag-sect-h"><h2>{t("report.references")}</h2></div>
        <ul className="ag-refs">{referencesOf([report.headline, ...report.layers, ...report.perLabel, ...report.others], report.choice.interval).map(({ full }) => <li key={full}>{full}</li>)}</ul>
      </section>
      <section className="ag-sect"><Lead say={say} report={report} level={2} /></section>
      <FigureSection say={say} place={place} of="layers" title={t("lines.layers")} sub={t("lines.sub")}><LinesTable say={say} label={t("lines.layers")} first={t("lines.layer")} lines={report.layers} /></FigureSection>
      {report.perLabel.length > 0 && <FigureSection say={say} place={place} of="labels" title={t("lines.labels")} sub={t("lines.labelsSub", { layer })}><LinesTable say={say} label={t("lines.labels")} first={t("lines.label")} lines={report.perLabel} /></FigureSection>}
      {report.perTarget.length > 0 && <FigureSection say={say} place={place} of="targets" title={t("lines.targets")} sub={t("lines.targetsSub", { layer })}><LinesTable say={say} label={t("lines.targets")} first={t("lines.target")} lines={report.perTarget} /></FigureSection>}
      <FigureSection say={say} place={place} of="others" title={t("lines.others")} sub={t("lines.othersSub", { layer })}><LinesTable say={say} label={t("lines.others")} first={t("lines.coefficient")} lines={report.others} nameOf={(line) => t(`coefficients.${line.coefficient}`)} /></FigureSection>
      <PairsSection {...{ say, place, report, people }} />
      <ConfusionSection {...{ say, place, report }} />
      <WeeksSection {...{ say, place, report }} />
      <SeveritySection {...{ say, place, report, people }} />
      <CausesSection {...{ say, place, report }} />
      <FactsSection {...{ say, place, report }} />
      <LeftOutSection {...{ say, place, report }} />
    </div>
  );
}
