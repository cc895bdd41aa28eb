import { Download } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import { csvHref, type StancePlace } from "./links";

const BY = [{ value: "outlet", label: "Outlet" }, { value: "publisher", label: "Publisher" }] as const;

/** What is shown, as a plain form: it works without any script, and its address can be sent to somebody. */
export function StanceFilters({ place, targets }: { place: StancePlace; targets: readonly { id: string; name: string }[] }) {
  return (
    <form className="filters" role="search" aria-label="Figures" action={`/p/${place.projectId}/stance`} method="get">
      <span className="lab" aria-hidden="true">By</span>
      <Segmented label="By" name="by" size="small" options={BY} defaultValue={place.by} key={place.by} />
      <span className="lab" aria-hidden="true">Target</span>
      <Select label="Target" hideLabel size="small" name="target" key={place.targetId} defaultValue={place.targetId} options={targets.map(({ id, name }) => ({ value: id, label: name }))} />
      <Button type="submit" size="small">Show</Button>
      <span className="push wrap">
        <span className="x12">Copies of one work count once</span>
        <Button size="small" href={csvHref(place)} download icon={<Icon of={Download} size="s" />}>CSV</Button>
      </span>
    </form>
  );
}
