import { Check, Circle, CircleDot, CircleDashed, Pencil, type LucideIcon } from "lucide-react";
import { Icon } from "@/components/ui/icon";
import type { Counts, Progress } from "@/lib/articles/progress";

const MOST = 5;
const STATES: Readonly<Record<Progress, { icon: LucideIcon; name: string }>> = {
  not_assigned: { icon: CircleDashed, name: "Not assigned" },
  assigned: { icon: Circle, name: "Assigned" },
  in_progress: { icon: Pencil, name: "In progress" },
  submitted: { icon: Check, name: "Submitted" },
};

/** The names of states, for filters. */
export const PROGRESS_NAMES: readonly { value: Progress; label: string }[] = (Object.keys(STATES) as Progress[]).map((value) => ({ value, label: STATES[value].name }));

/** A state as sign and word. */
export function StateWord({ state }: { state: Progress }) {
  const { icon, name } = STATES[state];
  return <span className="status"><Icon of={icon} size="s" /> {name}</span>;
}

/** Where an annotator's own work stands. */
export function OwnState({ state }: { state: string }) {
  const known: Record<string, Progress> = { assigned: "assigned", in_progress: "in_progress", returned: "in_progress", submitted: "submitted" };
  const of = known[state];
  if (!of) return <span className="status"><Icon of={CircleDot} size="s" /> {state}</span>;
  const { icon } = STATES[of];
  return <span className="status"><Icon of={icon} size="s" /> {{ assigned: "To do", in_progress: "In progress", returned: "Returned", submitted: "Submitted" }[state]}</span>;
}

/** One dot for each annotator: full when submitted, half when begun, open when not; a count where there are many. */
export function ProgressDots({ counts }: { counts: Counts }) {
  const total = counts.assigned + counts.inProgress + counts.submitted;
  if (total === 0) return null;
  const words = `${counts.submitted} of ${total} submitted, ${counts.inProgress} in progress`;
  if (total > MOST) return <span className="num" title={words}>{`${counts.submitted}/${total}`}<span className="vh">{` ${words}`}</span></span>;
  const dots = [...Array<number>(counts.submitted).fill(1), ...Array<number>(counts.inProgress).fill(0.5), ...Array<number>(counts.assigned).fill(0)];
  return (
    <span role="img" aria-label={words} title={words}>
      {dots.map((fill, at) => (
        <svg key={at} className="ad" viewBox="0 0 12 12" aria-hidden="true">
          <circle cx="6" cy="6" r="4.5" fill={fill === 1 ? "currentColor" : "none"} stroke="currentColor" strokeWidth="1.5" />
          {fill === 0.5 && <path d="M6 1.5a4.5 4.5 0 0 1 0 9z" fill="currentColor" />}
        </svg>
      ))}
    </span>
  );
}
