import { Checkbox } from "@/components/ui/checkbox";
import { DEFAULT_STANCE, type StanceChoice } from "@/lib/stance/choice";
import type { StanceFilters } from "@/lib/stance/report";
import type { Say } from "./say";
import { One } from "./filter-list";

const HERE = ["device", "directness", "source", "codebookVersion", "articleSetId", "children", "adjust"] as const;

/** How many of the choices under "More" are not the usual ones. */
export const movedFromUsual = (choice: StanceChoice): number => HERE.filter((key) => choice[key] !== DEFAULT_STANCE[key]).length + (choice.targetIds.length > 0 ? 1 : 0);

/** The rarer choices. What the data of the project cannot tell apart is not asked, unless it is chosen. */
export function MoreFilters({ say: { t }, choice, filters }: { say: Say; choice: StanceChoice; filters: StanceFilters }) {
  const spans = choice.measured === "spans";
  const words = <T extends string>(values: readonly T[], of: (value: T) => string) => values.map((value) => ({ value, label: of(value) }));
  return (
    <div className="st-more">
      {spans && <One label={t("filters.device")} name="device" value={choice.device} options={words(["any", "words", "facts"] as const, (value) => t(`filters.devices.${value}`))} />}
      {spans && <One label={t("filters.directness")} name="directness" value={choice.directness} options={words(["direct", "indirect", "any"] as const, (value) => t(`filters.directnesses.${value}`))} />}
      {(filters.hidden || choice.source !== "any") && <One label={t("filters.source")} name="source" value={choice.source} options={words(["any", "hidden", "shown"] as const, (value) => t(`filters.sources.${value}`))} />}
      {(filters.codebookVersions.length > 1 || choice.codebookVersion !== null) && <One label={t("filters.codebook")} name="codebook" value={String(choice.codebookVersion ?? "")} options={[{ value: "", label: t("filters.anyVersion") }, ...filters.codebookVersions.map((n) => ({ value: String(n), label: t("filters.version", { n }) }))]} />}
      {filters.articleSets.length > 0 && <One label={t("filters.set")} name="set" value={choice.articleSetId ?? ""} options={[{ value: "", label: t("filters.anySet") }, ...filters.articleSets.map(({ id, name }) => ({ value: id, label: name }))]} />}
      {(filters.children || choice.children) && <Checkbox name="children" value="yes" defaultChecked={choice.children} label={t("filters.children")} />}
      <Checkbox name="adjust" value="severity" defaultChecked={choice.adjust === "severity"} label={t("filters.adjust")} />
      {filters.targets.length > 1 && (
        <fieldset className="st-targets">
          <legend className="lab">{t("filters.targets")}</legend>
          <p className="x12">{t("filters.focus")}</p>
          <div>{filters.targets.map((target) => <Checkbox key={target.id} name="target" value={target.id} defaultChecked={choice.targetIds.includes(target.id)} label={target.name} />)}</div>
        </fieldset>
      )}
    </div>
  );
}
