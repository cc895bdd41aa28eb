"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { Choice } from "@/components/ui/choice";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { asksPerWork, PHASES } from "@/lib/assignments/plan/strategy";
import type { Role } from "@/lib/projects/permissions";
import { OFFERED, type FormState } from "./form-state";
import { PickMany } from "./pick-many";
import { StrategyFigure } from "./strategy-figure";

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

function Section({ title, children }: { title: string; children: ReactNode }) {
  return <section className="sect"><h2>{title}</h2>{children}</section>;
}

/** Which articles, who, how, and what for. */
export function PlanForm({ state, set, chosen, all, outlets, people, errorAt }: Props) {
  const t = useTranslations("assign.form");
  const [assign, names] = [useTranslations("assign"), useTranslations("names")];
  const has = ({ role, open, submitted }: Person): string => (role === "annotator" ? t("has", { open, submitted }) : t("hasAs", { role: names(`rolesInside.${role as Role}`), open, submitted }));
  const annotators = people.filter((person) => person.role === "annotator").length;
  const number = (text: string) => (text.trim() === "" ? Number.NaN : Number(text));
  const shown = (n: number) => (Number.isNaN(n) ? "" : String(n));
  return (
    <>
      <Section title={t("which")}>
        <Choice
          legend={t("which")} columns={2} value={state.which} onChange={(which) => set({ which })}
          options={[
            ...(chosen > 0 ? [{ value: "chosen" as const, label: t("chosen", { n: chosen }), detail: t("chosenDetail") }] : []),
            { value: "all" as const, label: t("all", { articles: all }), detail: t("allDetail") },
            { value: "unassigned" as const, label: t("unassigned"), detail: t("unassignedDetail") },
            ...(outlets.length > 0 ? [{ value: "outlets" as const, label: t("byOutlet"), detail: t("byOutletDetail") }] : []),
          ]}
        />
        {state.which === "outlets" && <PickMany label={t("outlets")} chosen={state.outletIds} onChange={(outletIds) => set({ outletIds })} items={[...outlets, { id: "unknown", name: t("unknownOutlet") }]} />}
      </Section>
      <Section title={t("who")}>
        <Choice
          legend={t("who")} columns={2} value={state.who} onChange={(who) => set({ who })}
          options={[
            { value: "everyone", label: t("everyone"), detail: t("everyoneDetail", { n: annotators }) },
            { value: "some", label: t("some"), detail: t("someDetail") },
          ]}
        />
        {state.who === "some" && <PickMany label={t("people")} chosen={state.memberIds} onChange={(memberIds) => set({ memberIds })} items={people.map((person) => ({ id: person.id, name: person.pseudonym, hint: has(person) }))} />}
      </Section>
      <Section title={t("how")}>
        <div className="how">
          <Choice
            legend={t("how")} value={state.strategy} onChange={(strategy) => set({ strategy })}
            options={OFFERED.map((strategy) => ({ value: strategy, label: <><StrategyFigure strategy={strategy} />{assign(`strategies.${strategy}`)}</>, detail: assign(`strategyDetails.${strategy}`) }))}
          />
        </div>
        <p className="hint">{t("howHint")}</p>
        <div className="fields">
          {asksPerWork(state.strategy) && <TextInput label={t("perWork")} inputMode="numeric" type="number" min={1} max={50} value={shown(state.perWork)} error={errorAt("perWork")} onChange={(event) => set({ perWork: number(event.target.value) })} />}
          {state.strategy === "reliability" && <TextInput label={t("share")} type="number" min={0} max={100} after="%" value={shown(state.share)} error={errorAt("share")} onChange={(event) => set({ share: number(event.target.value) })} />}
        </div>
      </Section>
      <Section title={t("whatFor")}>
        <div className="field">
          <span className="lab" aria-hidden="true">{t("phase")}</span>
          <Segmented label={t("phase")} value={state.phase} onChange={(phase) => set({ phase })} options={PHASES.map((phase) => ({ value: phase, label: names(`phases.${phase}`) }))} />
          <span className="hint">{t(`phaseDetails.${state.phase}`)}</span>
        </div>
        <div className="fields">
          <Select label={t("round")} value={String(state.round)} onChange={(event) => set({ round: Number(event.target.value) })} hint={state.round > 1 ? t("roundHint") : undefined} options={[{ value: "1", label: t("first") }, { value: "2", label: t("second") }, { value: "3", label: t("third") }]} />
          <Select
            label={t("counts")} value={state.parts} onChange={(event) => set({ parts: event.target.value as FormState["parts"] })} error={errorAt("blocks")}
            options={[{ value: "whole", label: t("whole") }, { value: "headline", label: t("headline") }, { value: "lead", label: t("lead") }, { value: "paragraphs", label: t("paragraphs") }]}
          />
          {(state.parts === "lead" || state.parts === "paragraphs") && <TextInput label={t("paragraphsField")} type="number" min={1} max={50} value={shown(state.paragraphs)} onChange={(event) => set({ paragraphs: number(event.target.value) })} />}
          <TextInput label={t("due")} type="date" value={state.dueOn} error={errorAt("dueOn")} hint={t("dueHint")} onChange={(event) => set({ dueOn: event.target.value })} />
        </div>
      </Section>
    </>
  );
}
