import { ChartScatter, FileText, Highlighter, Target, Users } from "lucide-react";
import { Icon } from "@/components/ui/icon";

const STEPS = [
  { icon: FileText, what: "Add articles", how: "menus and teasers are masked, never cut out" },
  { icon: Target, what: "Name the targets", how: "people and issues the words can be about" },
  { icon: Users, what: "Invite annotators", how: "three per article is a good start" },
  { icon: Highlighter, what: "Mark, each alone", how: "nobody sees another’s marks before the reveal" },
  { icon: ChartScatter, what: "Read off each outlet’s stance", how: "with an interval, or not at all" },
] as const;

/** What comes after the first account, and where things are kept. */
export function SetupAside() {
  return (
    <aside>
      <section>
        <h2>How it goes from here</h2>
        <ul>{STEPS.map((step) => <li key={step.what}><Icon of={step.icon} /><span>{step.what}<span className="x12">{step.how}</span></span></li>)}</ul>
      </section>
      <section>
        <h2>Where things are kept</h2>
        <p className="muted">The database lives in the folder .data beside the program, unless it was given another one. Back it up with <b>npm run backup</b>.</p>
      </section>
    </aside>
  );
}
