import Link from "next/link";
import type { ReactNode } from "react";
import { rowsOf } from "@/lib/figures/stance-rows";
import type { StanceTable } from "@/lib/stance/report";
import { HowComputed } from "./how-computed";
import { rowHref, type StancePlace } from "./links";
import type { Say } from "./say";

/** Beside the figure while no row is chosen: how to open a card, how it is computed, and how to keep it. */
export function AboutPane({ say, place, table, keep }: { say: Say; place: StancePlace; table: StanceTable; keep: ReactNode }) {
  const { t } = say;
  const [first] = rowsOf(table);
  return (
    <aside className="report" aria-labelledby="about" id="card">
      <h2 id="about">{t("about.title")}</h2>
      <p className="muted">{t("about.choose")}</p>
      {first !== undefined && <p><Link className="link" prefetch={false} href={rowHref(place, first.kind === "single" ? { workId: first.id } : { groupId: first.id })}>{t("about.open", { name: first.name })}</Link></p>}
      <section>
        <HowComputed say={say} open />
      </section>
      {keep}
    </aside>
  );
}
