import { ChevronDown, Download, FileText } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Icon } from "@/components/ui/icon";
import { Select } from "@/components/ui/select";
import type { Translator } from "@/components/words/words";
import { COMPARED_PHASES, hasOrder, LEVELS } from "@/lib/agreement/choice";
import { choiceParams } from "@/lib/agreement/choice-query";
import type { Choices } from "@/lib/agreement/server/choices";
import { letterOf } from "@/lib/figures/agreement-heat-map";
import { type AgreementPlace, reportHref, unitsHref } from "./links";
import type { Say } from "./say";

type Props = { say: Say; genres: Translator<"names.genres">; place: AgreementPlace; choices: Choices };
type Option = { value: string; label: string };

/** What the figures rest on, as a plain form: it works without any script, and its address can be sent to somebody. */
export function AgreementFilters({ say, genres, place, choices }: Props) {
  const { t } = say;
  const { choice } = place;
  const chosen = choice.annotatorIds.length;
  return (
    <form className="filters" role="search" aria-label={t("filters.label")} action={`/p/${place.projectId}/agreement`} method="get" key={JSON.stringify([choice, place.hideNames])}>
      <input type="hidden" name="layer" value={choice.layer} />
      {choice.articleIds.length > 0 && <input type="hidden" name="articleIds" value={choice.articleIds.join(",")} />}
      <details className="more-filters ag-people">
        <summary className="btn small">{t("filters.annotators")}: {chosen === 0 ? t("filters.allAnnotators") : t("filters.someAnnotators", { n: chosen })}<Icon of={ChevronDown} size="s" /></summary>
        <div className="ag-checks">
          {choices.annotators.map((one, index) => <Checkbox key={one.id} name="annotatorIds" value={one.id} defaultChecked={choice.annotatorIds.includes(one.id)} label={place.hideNames ? letterOf(index) : one.name} />)}
        </div>
      </details>
      <One name="targetIds" value={choice.targetIds[0] ?? ""} label={t("filters.target")} options={[{ value: "", label: t("filters.allTargets") }, ...choices.targets.map(({ id, name }) => ({ value: id, label: name }))]} />
      {choices.genres.length > 1 && <One name="genre" value={choice.genre ?? ""} label={t("filters.genre")} options={[{ value: "", label: t("filters.allGenres") }, ...choices.genres.map(({ genre }) => ({ value: genre, label: genres(genre as "news") }))]} />}
      {choices.codebookVersions.length > 1 && <One name="codebookVersion" value={String(choice.codebookVersion ?? "")} label={t("filters.codebook")} options={[{ value: "", label: t("filters.anyCodebook") }, ...choices.codebookVersions.map((n) => ({ value: String(n), label: t("filters.version", { n }) }))]} />}
      {choices.articleSets.length > 0 && <One name="articleSetId" value={choice.articleSetId ?? ""} label={t("filters.set")} options={[{ value: "", label: t("filters.allSets") }, ...choices.articleSets.map(({ id, name }) => ({ value: id, label: name }))]} />}
      <details className="more-filters">
        <summary className="btn small">{t("filters.more")}<Icon of={ChevronDown} size="s" /></summary>
        <MoreChoices say={say} place={place} choices={choices} />
      </details>
      <Button type="submit" size="small">{t("filters.show")}</Button>
      <span className="push wrap">
        <span className="x12">{t(choice.peers === "unseen" ? "filters.unseenNote" : "filters.anyNote")}</span>
        <Button size="small" href={reportHref(place)} icon={<Icon of={FileText} size="s" />}>{t("filters.report")}</Button>
        <Button size="small" href={unitsHref(place)} download icon={<Icon of={Download} size="s" />}>{t("filters.data")}</Button>
      </span>
    </form>
  );
}



function MoreChoices({ say, place, choices }: Pick<Props, "say" | "place" | "choices">) {
  const { t } = say;
  const { choice } = place;
  const phases: Option[] = [{ value: "", label: t("filters.phases") }, ...COMPARED_PHASES.map((value) => ({ value, label: t(`filters.${value}`) }))];
  const rounds = [...new Set([...choices.rounds, choice.round])].sort((a, b) => a - b);
  return (
    <div className="ag-more">
      <One name="phases" value={choice.phases[0] ?? ""} label={t("filters.phase")} options={phases} />
      {rounds.length > 1 && <One name="round" value={String(choice.round)} label={t("filters.round")} options={rounds.map((n) => ({ value: String(n), label: String(n) }))} />}
      <One name="submissions" value={choice.submissions} label={t("filters.submissions")} options={(["first", "latest"] as const).map((value) => ({ value, label: t(`filters.${value}`) }))} />
      {hasOrder(choice.layer) && <One name="level" value={choice.level} label={t("filters.level")} options={LEVELS.map((value) => ({ value, label: t(`levels.${value}`) }))} />}
      <One name="peers" value={choice.peers} label={t("filters.peers")} options={(["unseen", "any"] as const).map((value) => ({ value, label: t(`filters.${value}`) }))} />
      {choices.sourceBlind && <One name="source" value={choice.source} label={t("filters.source")} options={[{ value: "any", label: t("filters.sourceAny") }, ...(["hidden", "shown"] as const).map((value) => ({ value, label: t(`filters.${value}`) }))]} />}
      <One name="suggestions" value={choice.suggestions} label={t("filters.suggestions")} options={[{ value: "any", label: t("filters.suggestionsAny") }, { value: "without", label: t("filters.without") }]} />
      <One name="interval" value={choice.interval} label={t("filters.interval")} options={(["jackknife", "bootstrap"] as const).map((value) => ({ value, label: t(`filters.${value}`) }))} />
      {choice.interval === "bootstrap" && <label className="ag-seed"><span className="lab">{t("filters.seed")}</span><input className="input small" name="seed" defaultValue={choice.seed} inputMode="numeric" pattern="[0-9]{1,19}" size={8} /></label>}
      <One name="names" value={place.hideNames ? "hidden" : "shown"} label={t("filters.names")} options={[{ value: "shown", label: t("filters.namesShown") }, { value: "hidden", label: t("filters.namesHidden") }]} />
      {Object.keys(choiceParams(choice)).length > 0 && <Link className="link" href={`/p/${place.projectId}/agreement`}>{t("filters.all")}</Link>}
    </div>
  );
}

function One({ name, value, label, options }: { name: string; value: string; label: string; options: readonly Option[] }) {
  return (
    <span className="ag-one">
      <span className="lab" aria-hidden="true">{label}</span>
      <Select label={label} hideLabel size="small" name={name} defaultValue={value} options={options} />
    </span>
  );
}
