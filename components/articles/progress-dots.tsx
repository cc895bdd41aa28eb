"use client";

import { Check, Circle, CircleDot, CircleDashed, Pencil, type LucideIcon } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Icon } from "@/components/ui/icon";
import type { Counts, Progress } from "@/lib/articles/progress";

const MOST = 5;
const STATES: Readonly<Record<Progress, LucideIcon>> = {
  not_assigned: CircleDashed,
  assigned: Circle,
  in_progress: Pencil,
  submitted: Check,
};

type OwnState = "assigned" | "in_progress" | "returned" | "submitted" | "withdrawn";
const OWN: Readonly<Record<OwnState, LucideIcon>> = { assigned: Circle, in_progress: Pencil, returned: Pencil, submitted: Check, withdrawn: CircleDot };

/** The states that a list can be narrowed to. */
export const PROGRESS = Object.keys(STATES) as Progress[];

/** A state as sign and word. */
export function StateWord({ state }: { state: Progress }) {
  const t = useTranslations("articles.progress");
  return <span className="status"><Icon of={STATES[state]} size="s" /> {t(state)}</span>;
}

/** Where an annotator's own work stands. */
export function OwnState({ state }: { state: string }) {
  const t = useTranslations("articles.own");
  return <span className="status"><Icon of={OWN[state as OwnState]} size="s" /> {t(state as OwnState)}</span>;
}

/** One dot for each annotator: full when submitted, half when begun, open when not; a count where there are many. */
export function ProgressDots({ counts }: { counts: Counts }) {
  const t = useTranslations("articles");
  const total = counts.assigned + counts.inProgress + counts.submitted;
  if (total === 0) return null;
  const words = t("dots", { submitted: counts.submitted, total, begun: counts.inProgress });
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
