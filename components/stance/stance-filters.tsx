import { ChevronDown, Download } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Segmented } from "@/components/ui/segmented";
import { FIGURE_FORMATS } from "@/lib/exchange/agreement-names";
import { CHOSEN_VOICES, DATA_LAYERS, MEASURED } from "@/lib/stance/choice";
import { choiceQuery } from "@/lib/stance/choice-address";
import type { StanceFilters as Filters } from "@/lib/stance/report";
import { GROUPINGS } from "@/lib/stance/grouping";
import { CopyLink } from "./copy-link";
import { One } from "./filter-list";
import { csvHref, fileHref, pageHref, type StancePlace, whoseParams } from "./links";
import { MoreFilters, movedFromUsual } from "./more-filters";
import type { Say } from "./say";


/** What is shown, as a plain form: it works without any script, and its address can be sent to somebody. */
export function StanceFilters({ say, place, filters }: { say: Say; place: StancePlace; filters: Filters }) {
  const { t } = say;
  const { choice } = place;
  const base = `/p/${place.projectId}/stance`;
  const genres = filters.genres.length > 1 || choice.genre !== null;
  return (
    <form className="filters" role="search" aria-label={t("filters.figures")} action={base} method="get" key={choiceQuery(choice)}>
      <input type="hidden" name="on" value={place.targetId} />
      {Object.entries(whoseParams(place.whose)).map(([name, value]) => value !== undefined && <input key={name} type="hidden" name={name} value={value} />)}
      {choice.measured === "spans" && <Few label={t("filters.voice")} name="voice" value={choice.voice} options={CHOSEN_VOICES.map((value) => ({ value, label: t(`filters.voices.${value}`) }))} />}
      <Few label={t("filters.by")} name="by" value={choice.by} options={GROUPINGS.map((value) => ({ value, label: t(`filters.${value}`) }))} />
      <Few label={t("filters.measured")} name="measured" value={choice.measured} options={MEASURED.map((value) => ({ value, label: t(`filters.kinds.${value}`) }))} />
      {genres && <One label={t("filters.genre")} name="genre" value={choice.genre ?? ""} options={[{ value: "", label: t("filters.anyGenre") }, ...filters.genres.map(({ genre }) => ({ value: genre, label: say.genre(genre) }))]} />}
      <One label={t("filters.data")} name="data" value={choice.data} options={DATA_LAYERS.map((value) => ({ value, label: t(`filters.layers.${value}`) }))} />
      <details className="more-filters">
        <summary className="btn small">{t("filters.dates")}: {datesText(say, choice.from, choice.to)}<Icon of={ChevronDown} size="s" /></summary>
        <div className="st-more">
          <Day label={t("filters.from")} name="from" value={choice.from} />
          <Day label={t("filters.to")} name="to" value={choice.to} />
          {filters.withoutDay > 0 && <p className="x12">{t("filters.undated", { n: filters.withoutDay })}</p>}
        </div>
      </details>
      <details className="more-filters">
        <summary className="btn small">{t("filters.more")}{movedFromUsual(choice) > 0 && ` (${movedFromUsual(choice)})`}<Icon of={ChevronDown} size="s" /></summary>
        <MoreFilters say={say} choice={choice} filters={filters} />
      </details>
      <Button type="submit" size="small">{t("filters.show")}</Button>
      {choiceQuery(choice) !== "" && <Link className="link x12" href={base}>{t("filters.defaults")}</Link>}
      <span className="push wrap st-acts">
        <CopyLink path={pageHref(place)} words={t("filters.copyLink")} copied={t("filters.linkCopied")} refused={t("filters.linkByHand")} />
        <details className="st-files">
          <summary className="btn small"><Icon of={Download} size="s" />{t("filters.files")}</summary>
          <ul className="pop menu">
            {FIGURE_FORMATS.map((format) => <li key={format}><a className="item" href={fileHref(place, "dot-plot", format)} download>{t(`filters.${format}`)}</a></li>)}
            <li><a className="item" href={csvHref(place)} download>{t("filters.table")}</a></li>
          </ul>
        </details>
      </span>
    </form>
  );
}

type Option<T extends string> = { value: T; label: string };

function Few<T extends string>({ label, name, value, options }: { label: string; name: string; value: T; options: readonly Option<T>[] }) {
  return (
    <span className="st-one">
      <span className="lab" aria-hidden="true">{label}</span>
      <Segmented label={label} name={name} size="small" options={options} defaultValue={value} />
    </span>
  );
}

function Day({ label, name, value }: { label: string; name: string; value: string | null }) {
  return <label className="st-one"><span className="lab">{label}</span><input className="input small" type="date" name={name} defaultValue={value ?? ""} /></label>;
}

function datesText({ t, day }: Say, from: string | null, to: string | null): string {
  if (from !== null && to !== null) return t("filters.days.both", { from: day(from), to: day(to) });
  if (from !== null) return t("filters.days.since", { from: day(from) });
  return to !== null ? t("filters.days.until", { to: day(to) }) : t("filters.anyDates");
}
