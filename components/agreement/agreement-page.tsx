import type { ReactNode } from "react";
import type { Translator } from "@/components/words/words";
import type { Report } from "@/lib/agreement/report";
import type { Choices } from "@/lib/agreement/server/choices";
import { AgreementFilters } from "./agreement-filters";
import { CausesSection } from "./causes-section";
import { ConfusionSection } from "./confusion-section";
import { CostlySection } from "./costly-section";
import { FactsSection } from "./facts-section";
import { FigureSection } from "./figure-section";
import { LayerLinks } from "./layer-links";
import { Lead } from "./lead";
import { LeftOutSection } from "./left-out-section";
import { LinesTable } from "./lines-table";
import type { AgreementPlace } from "./links";
import { PairsSection } from "./pairs-section";
import { peopleOf } from "@/lib/figures/people-of";
import type { Say } from "./say";
import { SeveritySection } from "./severity-section";
import { WeeksSection } from "./weeks-section";

type Props = { say: Say; genres: Translator<"names.genres">; place: AgreementPlace; choices: Choices; report: Report; /** Whatever else belongs below the other coefficients, such as asking for γ. */ more?: ReactNode };

/** How far annotators say the same: the finding, then each figure with its table and files. */
export function AgreementPage({ say, genres, place, choices, report, more }: Props) {
  const { t, name } = say;
  const people = peopleOf(choices, report, place.hideNames);
  const layer = name(report.headline);
  const layers = askedLayers(report, choices);
  return (
    <div className="agreement">
      <AgreementFilters {...{ say, genres, place, choices }} />
      <div className="ag-main">
        <Lead say={say} report={report} />
        <LayerLinks say={say} place={place} layers={layers} current={report.choice.layer} />
        <div className="ag-cols">
          <div className="ag-col">
            <FigureSection say={say} place={place} of="layers" title={t("lines.layers")} sub={t("lines.sub")}><LinesTable say={say} label={t("lines.layers")} first={t("lines.layer")} lines={layers} /></FigureSection>
            {report.perLabel.length > 0 && <FigureSection say={say} place={place} of="labels" title={t("lines.labels")} sub={t("lines.labelsSub", { layer })}><LinesTable say={say} label={t("lines.labels")} first={t("lines.label")} lines={report.perLabel} /></FigureSection>}
            {report.perTarget.length > 0 && <FigureSection say={say} place={place} of="targets" title={t("lines.targets")} sub={t("lines.targetsSub", { layer })}><LinesTable say={say} label={t("lines.targets")} first={t("lines.target")} lines={report.perTarget} /></FigureSection>}
            <CausesSection {...{ say, place, report }} />
            <CostlySection {...{ say, place, report }} />
            <SeveritySection {...{ say, place, report, people }} />
            <FigureSection say={say} place={place} of="others" title={t("lines.others")} sub={t("lines.othersSub", { layer })}><LinesTable say={say} label={t("lines.others")} first={t("lines.coefficient")} lines={report.others} nameOf={(line) => t(`coefficients.${line.coefficient}`)} /></FigureSection>
            {more}
          </div>
          <div className="ag-col">
            <PairsSection {...{ say, place, report, people }} />
            <WeeksSection {...{ say, place, report }} />
            <ConfusionSection {...{ say, place, report }} />
            <FactsSection {...{ say, place, report }} />
            <LeftOutSection {...{ say, place, report }} />
          </div>
        </div>
      </div>
    </div>
  );
}

/** The layers that the codebook asks for, or that anybody said anything of. */
export const askedLayers = ({ layers, choice }: Report, { asks }: Pick<Choices, "asks">): Report["layers"] =>
  layers.filter(({ layer, figure }) => figure.value !== null || layer === choice.layer || !(layer === "voice" || layer === "device") || asks[layer]);
