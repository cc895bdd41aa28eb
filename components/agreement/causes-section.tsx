import { FigureSvg } from "@/components/charts/figure-svg";
import type { Cause, Report } from "@/lib/agreement/report";
import { bareBar } from "@/lib/figures/agreement-bars";
import { FigureSection } from "./figure-section";
import { type AgreementPlace, passageHref } from "./links";
import { PassageLink } from "./passage-link";
import type { Say } from "./say";

/** What people differ in, the most first; each opens to its passages. */
export function CausesSection({ say, place, report: { causes } }: { say: Say; place: AgreementPlace; report: Report }) {
  const { t } = say;
  const most = Math.max(0, ...causes.map((cause) => cause.share));
  return (
    <FigureSection say={say} place={place} of="causes" title={t("causes.title")} sub={t("causes.sub")}>
      {causes.every((cause) => cause.passages === 0) ? <p className="muted">{t("causes.none")}</p> : (
        <div className="ag-causes">{causes.filter((cause) => cause.passages > 0).map((cause) => <OneCause key={cause.kind} {...{ say, place, cause, most }} />)}</div>
      )}
    </FigureSection>
  );
}

function OneCause({ say, place, cause, most }: { say: Say; place: AgreementPlace; cause: Cause; most: number }) {
  const { t, percent } = say;
  const first = cause.examples[0];
  return (
    <details>
      <summary>
        <strong>{t(`causes.kinds.${cause.kind}`)}</strong>
        <span className="ag-bar-col"><FigureSvg figure={bareBar(cause.share, most)} title={t("lines.mark", { name: t(`causes.kinds.${cause.kind}`), figure: percent(cause.share) })} description="" /></span>
        <span className="num r">{percent(cause.share)}</span>
        <span className="q cut">{first === undefined ? "" : t("causes.quote", { words: first.quote })}</span>
        <span className="num x12">{t("causes.passages", { n: cause.passages })}</span>
      </summary>
      {cause.examples.length === 0 ? <p className="muted">{t("causes.noExamples")}</p> : (
        <ul className="ag-passages">{cause.examples.map((passage) => <li key={`${passage.articleId} ${passage.start} ${passage.end}`}><PassageLink say={say} passage={passage} href={passageHref(place, passage)} /></li>)}</ul>
      )}
    </details>
  );
}
