import type { Report } from "@/lib/agreement/report";
import { FigureSection } from "./figure-section";
import type { AgreementPlace } from "./links";
import type { Say } from "./say";

/** What the choice left out, and why, with what was joined or cut of one annotator's own marks. */
export function LeftOutSection({ say, place, report: { leftOut, selfOverlaps } }: { say: Say; place: AgreementPlace; report: Pick<Report, "leftOut" | "selfOverlaps"> }) {
  const { t, format } = say;
  return (
    <FigureSection say={say} place={place} of={null} title={t("left.title")}>
      {leftOut.length === 0 ? <p className="muted">{t("left.none")}</p> : (
        <table className="tb ag-left">
          <caption className="vh">{t("left.title")}</caption>
          <thead><tr><th scope="col">{t("left.reason")}</th><th scope="col" className="r">{t("left.assignments")}</th><th scope="col" className="r">{t("left.marks")}</th></tr></thead>
          <tbody>{leftOut.map((one) => <tr key={one.reason}><th scope="row">{t(`left.reasons.${one.reason}`)}</th><td className="r num">{format.number(one.assignments)}</td><td className="r num">{format.number(one.spans)}</td></tr>)}</tbody>
        </table>
      )}
      {selfOverlaps.merged + selfOverlaps.cut > 0 && <p className="sub">{t("left.overlaps", selfOverlaps)}</p>}
    </FigureSection>
  );
}
