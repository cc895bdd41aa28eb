"use client";

import type { ReactNode } from "react";
import { Choice } from "@/components/ui/choice";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { asksPerWork, PHASE_NAMES, PHASES, STRATEGY_WORDS, type Phase } from "@/lib/assignments/plan/strategy";
import { OFFERED, type FormState } from "./form-state";
import { PickMany } from "./pick-many";
import { StrategyFigure } from "./strategy-figure";
import { counted } from "./words";

export type Person = { id: string; pseudonym: string; role: string; open: number; submitted: number };
type Props = {
  state: FormState;
  set: (change: Partial<FormState>) => void;
  chosen: number;
  /** All articles in words. */
  all: string;
  outlets: readonly { id: string; name: string }[];
  people: readonly Person[];
  errorAt: (field: string) => string | undefined;
};

const PHASE_DETAIL: Readonly<Record<Phase, string>> = {
  practice: "Practice stays out of every figure. Articles with an answer key tell each person how they did.",
  pilot: "A first try of the codebook, kept apart from the main work.",
  reliability: "Work that several people do to measure how well they agree.",
  main: "The study itself.",
};

function Section({ title, children }: { title: string; children: ReactNode }) {
  return <section className="sect"><h2>{title}</h2>{children}</section>;
}

/** Which articles, who, how, and what for. */
export function PlanForm({ state, set, chosen, all, outlets, people, errorAt }: Props) {
  const annotators = people.filter((person) => person.role === "annotator").length;
  const number = (text: string) => (text.trim() === "" ? Number.NaN : Number(text));
  const shown = (n: number) => (Number.isNaN(n) ? "" : String(n));
  return (
    <>
      <Section title="Which articles">
        <Choice
          legend="Which articles" columns={2} value={state.which} onChange={(which) => set({ which })}
          options={[
            ...(chosen > 0 ? [{ value: "chosen" as const, label: chosen === 1 ? "The one you chose" : `The ${chosen.toLocaleString("en")} you chose`, detail: "From the list of articles." }] : []),
            { value: "all" as const, label: `All ${all}`, detail: "Copies of one work count once." },
            { value: "unassigned" as const, label: "Those nobody has", detail: "No copy of them is assigned to anybody." },
            ...(outlets.length > 0 ? [{ value: "outlets" as const, label: "By outlet", detail: "All articles of the outlets that you tick." }] : []),
          ]}
        />
        {state.which === "outlets" && <PickMany label="Outlets" chosen={state.outletIds} onChange={(outletIds) => set({ outletIds })} items={[...outlets, { id: "unknown", name: "Outlet not known" }]} />}
      </Section>
      <Section title="Who">
        <Choice
          legend="Who" columns={2} value={state.who} onChange={(who) => set({ who })}
          options={[
            { value: "everyone", label: "Every annotator", detail: `${counted(annotators, "person", "people")} now.` },
            { value: "some", label: "Chosen people", detail: "Coordinators and reviewers can annotate too." },
          ]}
        />
        {state.who === "some" && <PickMany label="People" chosen={state.memberIds} onChange={(memberIds) => set({ memberIds })} items={people.map((person) => ({ id: person.id, name: person.pseudonym, hint: `${person.role === "annotator" ? "" : `${person.role}, `}${person.open} open, ${person.submitted} submitted` }))} />}
      </Section>
      <Section title="How they are spread">
        <div className="how">
          <Choice
            legend="How they are spread" value={state.strategy} onChange={(strategy) => set({ strategy })}
            options={OFFERED.map((strategy) => ({ value: strategy, label: <><StrategyFigure strategy={strategy} />{STRATEGY_WORDS[strategy].name}</>, detail: STRATEGY_WORDS[strategy].detail }))}
          />
        </div>
        <p className="hint">In the small pictures, columns are people and rows are articles. To give single articles to single people, choose them in the list of articles.</p>
        <div className="fields">
          {asksPerWork(state.strategy) && <TextInput label="People per article" inputMode="numeric" type="number" min={1} max={50} value={shown(state.perWork)} error={errorAt("perWork")} onChange={(event) => set({ perWork: number(event.target.value) })} />}
          {state.strategy === "reliability" && <TextInput label="Share of the articles" type="number" min={0} max={100} after="%" value={shown(state.share)} error={errorAt("share")} onChange={(event) => set({ share: number(event.target.value) })} />}
        </div>
      </Section>
      <Section title="What for">
        <div className="field">
          <span className="lab" aria-hidden="true">Phase</span>
          <Segmented label="Phase" value={state.phase} onChange={(phase) => set({ phase })} options={PHASES.map((phase) => ({ value: phase, label: PHASE_NAMES[phase] }))} />
          <span className="hint">{PHASE_DETAIL[state.phase]}</span>
        </div>
        <div className="fields">
          <Select label="Round" value={String(state.round)} onChange={(event) => set({ round: Number(event.target.value) })} hint={state.round > 1 ? "The same people get what they submitted in the round before, in a new order." : undefined} options={[{ value: "1", label: "First" }, { value: "2", label: "Second, for stability" }, { value: "3", label: "Third" }]} />
          <Select
            label="What counts" value={state.parts} onChange={(event) => set({ parts: event.target.value as FormState["parts"] })} error={errorAt("blocks")}
            options={[{ value: "whole", label: "The whole article" }, { value: "headline", label: "The headline only" }, { value: "lead", label: "Headline and first paragraphs" }, { value: "paragraphs", label: "First paragraphs only" }]}
          />
          {(state.parts === "lead" || state.parts === "paragraphs") && <TextInput label="Paragraphs" type="number" min={1} max={50} value={shown(state.paragraphs)} onChange={(event) => set({ paragraphs: number(event.target.value) })} />}
          <TextInput label="Due on" type="date" value={state.dueOn} error={errorAt("dueOn")} hint="Can stay empty." onChange={(event) => set({ dueOn: event.target.value })} />
        </div>
      </Section>
    </>
  );
}
