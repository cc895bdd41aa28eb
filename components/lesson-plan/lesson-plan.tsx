"use client";

import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { useTranslations } from "use-intl/react";
import { ApiProblem, unwrap, type Problem } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { TextInput } from "@/components/ui/text-input";
import { useToast } from "@/components/ui/toast";
import type { Lesson } from "@/lib/lessons/lesson";
import { missing } from "@/lib/lessons/plan";
import type { PlanArticle } from "@/lib/lessons/server/change-plan";
import { planApi } from "./api";
import { ArticlesField } from "./articles-field";
import { draftOf, planOf, type Draft } from "./draft";
import { StepsField } from "./steps-field";
import { TargetsField } from "./targets-field";

type Props = { projectId: string; name: string; lesson: Lesson; material: readonly PlanArticle[] };

/** The plan of a lesson as one form, saved whole. */
export function LessonPlanForm({ projectId, name, lesson, material }: Props) {
  const t = useTranslations("lessonPlan");
  const acts = useTranslations("acts");
  const router = useRouter();
  const toast = useToast();
  const [saved, setSaved] = useState(() => draftOf(name, lesson));
  const [version, setVersion] = useState(lesson.version);
  const [draft, setDraft] = useState<Draft>(saved);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const set = (change: Partial<Draft>) => setDraft((now) => ({ ...now, ...change }));
  const errors = new Map((problem?.errors ?? []).map(({ path, message }) => [path, message]));
  const lacks = missing(planOf(draft));
  const dirty = JSON.stringify(planOf(draft)) !== JSON.stringify(planOf(saved));
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      const plan = planOf(draft);
      const now = await unwrap(planApi.projects[":projectId"].lesson.$put({ param: { projectId }, json: { version, ...plan, steps: [...plan.steps], articles: plan.articles.map((one) => ({ ...one, blockOrdinals: [...one.blockOrdinals] })), targets: [...plan.targets] } }));
      const next = { ...draft, targets: now.targets.map(({ id, name: called }) => ({ key: id, id, name: called })) };
      setSaved(next);
      setDraft(next);
      setVersion(now.version);
      toast({ text: t("savedToast") });
      router.refresh();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="lp" onSubmit={(event) => void save(event)} aria-label={t("title")}>
      <section className="sect">
        <h2>{t("what")}</h2>
        <div className="lp-two">
          <TextInput label={t("name")} value={draft.name} maxLength={200} required error={errors.get("/name")} onChange={(event) => set({ name: event.target.value })} />
          <TextInput label={t("event")} value={draft.event} maxLength={200} hint={t("eventHint")} onChange={(event) => set({ event: event.target.value })} />
        </div>
      </section>
      <section className="sect">
        <h2>{t("articles.title")}</h2>
        <p className="muted">{t("articles.why")}</p>
        {[...errors].filter(([path]) => path.startsWith("/articles")).map(([path, message]) => <p className="bad-text" key={path}>{message}</p>)}
        <ArticlesField projectId={projectId} material={material} articles={draft.articles} onChange={(articles) => set({ articles })} />
        <Checkbox label={t("hidden")} hint={t("hiddenHint")} checked={draft.sourceHidden} disabled={lesson.revealed} onChange={(event) => set({ sourceHidden: event.target.checked })} />
      </section>
      <section className="sect">
        <h2>{t("targets.title")}</h2>
        <p className="muted">{t("targets.why")}</p>
        <TargetsField targets={draft.targets} onChange={(targets) => set({ targets })} errors={errors} />
        <Checkbox label={t("voice")} hint={t("voiceHint")} checked={draft.asksVoice} onChange={(event) => set({ asksVoice: event.target.checked })} />
      </section>
      <section className="sect">
        <h2>{t("steps.title")}</h2>
        <p className="muted">{t("steps.why")}</p>
        <StepsField steps={draft.steps} begun={lesson.step === null ? 0 : lesson.step + 1} onChange={(steps) => set({ steps })} errors={errors} />
        {draft.steps.some(({ kind }) => kind === "exit") && <TextInput label={t("exit")} value={draft.exitQuestion} maxLength={300} placeholder={t("exitExample")} onChange={(event) => set({ exitQuestion: event.target.value })} />}
      </section>
      <div className="lp-bar">
        {problem && <Alert>{problem.detail}</Alert>}
        {problem?.status === 409 && <Button onClick={() => window.location.reload()}>{t("reload")}</Button>}
        <Button type="submit" look="primary" busy={busy} disabled={!dirty}>{acts(busy ? "saving" : "save")}</Button>
        <span className="x12">{lacks.length > 0 ? t(`lacks.${lacks[0]!}`) : t(dirty ? "unsaved" : "ready")}</span>
      </div>
    </form>
  );
}
