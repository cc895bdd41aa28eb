import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { Choice } from "@/lib/agreement/choice";
import { choiceParams } from "@/lib/agreement/choice-query";
import type { Report } from "@/lib/agreement/report";
import type { AgreementPlace } from "./links";
import { LeftOutSection } from "./left-out-section";
import type { Say } from "./say";

/** Why there is nothing to compare. `filtered`: with other choices there may be. */
export type Missing = "nothing" | "one" | "shared" | "filtered";

/** What is missing of a report with no article of two annotators, of whom `submitted` have submitted anything; null where there is one. */
export function missingOf(report: Report, submitted: number, choice: Choice): Missing | null {
  if (report.counts.sharedArticles > 0) return null;
  const { layer: _layer, level: _level, interval: _interval, seed: _seed, ...filters } = choiceParams(choice);
  if (Object.keys(filters).length > 0) return "filtered";
  if (submitted === 0) return "nothing";
  return submitted === 1 ? "one" : "shared";
}

/** Nothing to compare: what is missing, why it matters, who can fix it. */
export function NothingToCompare({ say, place, report, missing, mayAssign }: { say: Say; place: AgreementPlace; report: Report; missing: Missing; mayAssign: boolean }) {
  const { t } = say;
  const home = `/p/${place.projectId}`;
  const action = missing === "filtered" ? { href: `${home}/agreement`, label: t("empty.clear") } : mayAssign ? { href: `${home}/assign`, label: t("empty.assign") } : null;
  return (
    <div className="page">
      <EmptyState size="page" level={1} what={t(`empty.${missing}`)} why={t(`empty.${missing}Why`)} {...(missing === "filtered" || mayAssign ? {} : { who: t("empty.who") })} {...(action === null ? {} : { action: <Button look="primary" size="large" href={action.href}>{action.label}</Button> })} />
      {report.leftOut.length > 0 && <LeftOutSection say={say} place={place} report={report} />}
    </div>
  );
}
