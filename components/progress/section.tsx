import { Download } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { ProgressTable } from "@/lib/exchange/progress-csv";
import { csvHref } from "./links";
import type { Say } from "./say";

/** One part of the page: its title, one sentence, its table as CSV. */
export function Section({ say: { t }, id, title, sub, csv, projectId, children }: { say: Say; id: string; title: string; sub?: ReactNode; csv?: ProgressTable | undefined; projectId: string; children: ReactNode }) {
  return (
    <section className="sect" id={id}>
      <div className="sect-h">
        <h2>{title}</h2>
        {csv !== undefined && <span className="push"><Button size="small" href={csvHref(projectId, csv)} download label={t("asCsv", { title })} icon={<Icon of={Download} size="s" />}>{t("csv")}</Button></span>}
        {sub !== undefined && <p className="under">{sub}</p>}
      </div>
      {children}
    </section>
  );
}
