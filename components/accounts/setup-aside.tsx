import { ChartScatter, FileText, Highlighter, Target, Users } from "lucide-react";
import { Icon } from "@/components/ui/icon";
import { requestTranslator } from "@/components/words/request-words";

const STEPS = { articles: FileText, targets: Target, people: Users, mark: Highlighter, stance: ChartScatter } as const;

/** What comes after the first account, and where things are kept. */
export async function SetupAside() {
  const t = await requestTranslator("welcome.aside");
  const steps = Object.keys(STEPS) as (keyof typeof STEPS)[];
  return (
    <aside>
      <section>
        <h2>{t("goes")}</h2>
        <ul>{steps.map((step) => <li key={step}><Icon of={STEPS[step]} /><span>{t(step)}<span className="x12">{t(`${step}How`)}</span></span></li>)}</ul>
      </section>
      <section>
        <h2>{t("kept")}</h2>
        <p className="muted">{t.rich("keptWhere", { b: (words) => <b>{words}</b> })}</p>
      </section>
    </aside>
  );
}
