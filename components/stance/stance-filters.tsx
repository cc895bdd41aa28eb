import { Download } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import { GROUPINGS } from "@/lib/stance/rows";
import { csvHref, type StancePlace } from "./links";
import type { Say } from "./say";

/** What is shown, as a plain form: it works without any script, and its address can be sent to somebody. */
export function StanceFilters({ say: { t }, place, targets }: { say: Say; place: StancePlace; targets: readonly { id: string; name: string }[] }) {
  return (
    <form className="filters" role="search" aria-label={t("filters.figures")} action={`/p/${place.projectId}/stance`} method="get">
      <span className="lab" aria-hidden="true">{t("filters.by")}</span>
      <Segmented label={t("filters.by")} name="by" size="small" options={GROUPINGS.map((value) => ({ value, label: t(`filters.${value}`) }))} defaultValue={place.by} key={place.by} />
      <span className="lab" aria-hidden="true">{t("filters.target")}</span>
      <Select label={t("filters.target")} hideLabel size="small" name="target" key={place.targetId} defaultValue={place.targetId} options={targets.map(({ id, name }) => ({ value: id, label: name }))} />
      <Button type="submit" size="small">{t("filters.show")}</Button>
      <span className="push wrap">
        <span className="x12">{t("filters.copies")}</span>
        <Button size="small" href={csvHref(place)} download icon={<Icon of={Download} size="s" />}>{t("filters.csv")}</Button>
      </span>
    </form>
  );
}
