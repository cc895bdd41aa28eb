"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { ApiProblem, unwrap, type Problem } from "@/components/api/client";
import { projectsApi } from "@/components/projects/api";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Choice, type ChoiceOption } from "@/components/ui/choice";
import { Note } from "@/components/ui/note";
import { StatusText } from "@/components/ui/status-text";
import { blindingProblem, CLASS_REVEALS, REVEALS, SOURCE_REVEALS, type Blinding, type BlindingChange, type Reveal, type SourceReveal } from "@/lib/projects/blinding";

const ORDER: readonly Reveal[] = ["by_coordinator", "after_all", "own_submission", "never"];

/** What the section needs of the project. `opened` assignments could be opened with their source so far. */
export type BlindingProps = { projectId: string; version: number; kind: "research" | "class"; blinding: Blinding; begun: boolean; opened: number };

/** What is hidden from annotators and when it is shown; says what can no longer be changed, and why. */
export function BlindingSection({ projectId, version, kind, blinding, begun, opened }: BlindingProps) {
  const router = useRouter();
  const t = useTranslations("settings.blinding");
  const all = useTranslations("settings");
  const acts = useTranslations("acts");
  const [wish, setWish] = useState(blinding);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [state, setState] = useState<"rest" | "saving" | "saved">("rest");
  const change = (part: BlindingChange) => {
    setWish({ ...wish, ...part } as Blinding);
    setState("rest");
  };
  const reasonAgainst = (part: BlindingChange): string | null => {
    const found = blindingProblem(blinding, part, { kind, revealed: false, begun });
    return found && t(`refused.${found.reason}`);
  };
  const save = async () => {
    setState("saving");
    setProblem(null);
    try {
      await unwrap(projectsApi.projects[":projectId"].$patch({ param: { projectId }, json: { version, ...wish } }));
      setState("saved");
      router.refresh();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem);
      setState("rest");
    }
  };

  const offered = ORDER.filter((reveal) => (kind === "class" ? CLASS_REVEALS : REVEALS).some((one) => one === reveal));
  const marks = offered.map((value): ChoiceOption<Reveal> => ({ value, label: t(`marks.${value}`), detail: t(`marksDetail.${value}`), disabled: reasonAgainst({ reveal: value }) !== null }));
  const sources = SOURCE_REVEALS.map((value): ChoiceOption<SourceReveal> => ({ value, label: t(`sources.${value}`), detail: t(`sourcesDetail.${value}`), disabled: reasonAgainst({ sourceReveal: value }) !== null }));
  const [noMarks, noSwitch] = [offered.map((reveal) => reasonAgainst({ reveal })).find(Boolean), reasonAgainst({ sourceBlind: !blinding.sourceBlind })];
  const noSources = SOURCE_REVEALS.map((sourceReveal) => reasonAgainst({ sourceReveal })).find(Boolean);
  return (
    <section className="sect" id="blinding">
      <h2>{t("title")}</h2>
      {problem && <Alert>{problem.detail}</Alert>}
      <form className="form" onSubmit={(event) => { event.preventDefault(); void save(); }}>
        <div className="field">
          <span className="lab" aria-hidden="true">{t("marksShown")}</span>
          <Choice legend={t("marksWhen")} columns={2} value={wish.reveal} onChange={(reveal) => change({ reveal })} options={marks} />
          {noMarks && <p className="hint">{noMarks}</p>}
        </div>
        <Checkbox
          label={t("hide")}
          hint={t("hideHint")}
          checked={wish.sourceBlind} disabled={noSwitch !== null}
          onChange={(event) => change({ sourceBlind: event.target.checked })}
        />
        {noSwitch && <p className="hint">{noSwitch}</p>}
        {wish.sourceBlind && !blinding.sourceBlind && opened > 0 && <Note>{t("opened", { n: opened })}</Note>}
        {wish.sourceBlind && (
          <div className="field">
            <span className="lab" aria-hidden="true">{t("sourceShown")}</span>
            <Choice legend={t("sourceWhen")} columns={2} value={wish.sourceReveal} onChange={(sourceReveal) => change({ sourceReveal })} options={sources} />
            {wish.reveal === "never" && wish.sourceReveal === "by_coordinator" && <p className="hint">{t("neverSources")}</p>}
            {noSources && <p className="hint">{noSources}</p>}
          </div>
        )}
        <div className="form-acts">
          <Button type="submit" busy={state === "saving"}>{state === "saving" ? acts("saving") : t("act")}</Button>
          {state === "saved" && <StatusText state="saved">{all("saved")}</StatusText>}
        </div>
      </form>
    </section>
  );
}
