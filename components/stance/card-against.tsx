import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { choiceParams } from "@/lib/stance/choice-address";
import type { StanceDifference } from "@/lib/stance/behind";
import type { NamedOutlet } from "@/lib/stance/report";
import { type StancePlace, whoseParams } from "./links";
import { intervalText, type Say } from "./say";
import { One } from "./filter-list";

/** Holds the outlet of the card against another one: a plain form, and the difference once one is chosen. */
export function CardAgainst({ say, place, outlets, result }: { say: Say; place: StancePlace; outlets: readonly NamedOutlet[]; result: ReactNode }) {
  const { card: c } = say;
  const others = outlets.filter((outlet) => outlet.id !== place.whose?.groupId);
  if (others.length === 0) return null;
  const hidden = { ...choiceParams(place.choice), on: place.targetId, ...whoseParams(place.whose) };
  return (
    <section>
      <h3>{c("card.against")}</h3>
      <form className="st-against no-print" method="get" action={`/p/${place.projectId}/stance#card`}>
        {Object.entries(hidden).map(([name, value]) => value !== undefined && <input key={name} type="hidden" name={name} value={value} />)}
        <One label={c("card.other")} name="other" value="" options={others.map(({ id, name }) => ({ value: id, label: name }))} />
        <Button type="submit" size="small">{c("card.hold")}</Button>
      </form>
      {result}
    </section>
  );
}

/** How two outlets differ toward a target, in sentences. */
export function Difference({ say, found, names }: { say: Say; found: StanceDifference; names: { first: string; second: string } }) {
  const { card: c, signed } = say;
  if (found.difference.value === null) return <p className="x12">{c("card.noDifference")}</p>;
  const interval = found.interval.value;
  const measure = { mean: found.difference.value, interval, points: [] };
  return (
    <>
      <p className="x12">{c("card.difference", { ...names, value: signed(found.difference.value), interval: intervalText(say, measure) })} {c(`card.apart.${found.clear ?? "none"}`, names)}</p>
      <p className="x12">{found.kind === "paired" ? c("card.paired", { n: found.pairs }) : c("card.unpaired", { first: found.works[0], second: found.works[1] })}</p>
    </>
  );
}
