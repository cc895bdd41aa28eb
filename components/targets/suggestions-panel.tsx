"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState, type FormEvent, type ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap, type Problem } from "@/components/api/client";
import { problemOf } from "@/components/articles/api";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { TextArea } from "@/components/ui/text-area";
import { useDates } from "@/components/words/use-dates";
import type { Target } from "@/lib/codebook/target";
import { AcceptForm, type Outcome } from "./accept-form";
import { suggestionsApi } from "./api";
import { OwnSuggestions } from "./own-suggestions";
import type { SuggestionLine } from "./suggestion-line";

type Props = { projectId: string; items: readonly SuggestionLine[]; open: number; decided: readonly SuggestionLine[]; targets: readonly Target[]; mayDecide: boolean };

/** What annotators suggested, for those who decide: to accept, to decline, and what was decided before. */
export function SuggestionsPanel({ projectId, items, open, decided, targets, mayDecide }: Props) {
  const router = useRouter();
  const t = useTranslations("suggestions");
  const acts = useTranslations("acts");
  const [asked, setAsked] = useState<{ id: string; what: "accept" | "decline" } | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  if (items.length === 0 && decided.length === 0) return null;
  const close = () => {
    setAsked(null);
    router.refresh();
  };
  return (
    <section className="sect" aria-labelledby="suggested-title">
      <div className="sect-h"><h2 id="suggested-title">{t("title")}</h2><span className="x12">{open === 0 ? t("nothing") : t("waiting", { n: open })}</span></div>
      {outcome && <Accepted projectId={projectId} outcome={outcome} />}
      <ul className="suggested" aria-label={t("list")}>
        {items.map((one) => (
          <li key={one.id}>
            <Suggested projectId={projectId} suggestion={one} />
            {asked?.id === one.id && asked.what === "accept" && <AcceptForm projectId={projectId} suggestion={one} targets={targets} onCancel={() => setAsked(null)} onDone={(done) => { setOutcome(done); close(); }} />}
            {asked?.id === one.id && asked.what === "decline" && <DeclineForm projectId={projectId} suggestion={one} onCancel={() => setAsked(null)} onDone={close} />}
            {mayDecide && asked?.id !== one.id && (
              <p className="wrap">
                <Button size="small" label={t("acceptOne", { name: one.name })} onClick={() => setAsked({ id: one.id, what: "accept" })}>{acts("accept")}</Button>
                <Button size="small" look="quiet" label={t("declineOne", { name: one.name })} onClick={() => setAsked({ id: one.id, what: "decline" })}>{t("decline")}</Button>
              </p>
            )}
          </li>
        ))}
      </ul>
      {open > items.length && <p className="x12">{t("newest", { n: items.length })}</p>}
      {decided.length > 0 && <details className="numbers"><summary>{t("latelyN", { n: decided.length })}</summary><OwnSuggestions items={decided} label={t("lately")} /></details>}
    </section>
  );
}

function Suggested({ projectId, suggestion }: { projectId: string; suggestion: SuggestionLine }) {
  const { office, articleId } = suggestion;
  const t = useTranslations("suggestions");
  const { day } = useDates();
  const link = (title: ReactNode) => <Link className="link" prefetch={false} href={`/p/${projectId}/articles/${articleId}`}><bdi>{title}</bdi></Link>;
  return (
    <>
      <p className="wrap"><b className="serif t16" dir="auto">{suggestion.name}</b></p>
      {suggestion.quote !== "" && <blockquote className="serif quoted" dir="auto">{suggestion.quote}</blockquote>}
      {suggestion.reason !== "" && <p className="wrap-any" dir="auto">{suggestion.reason}</p>}
      <p className="x12">
        {t("by", { who: office?.suggestedBy ?? t("somebody"), left: office?.left ? "yes" : "no", day: day(suggestion.createdAt) })}
        {articleId !== null && office?.articleTitle != null && t.rich("at", { title: office.articleTitle, link })}
        {office !== null && office.alike > 0 && t("alike", { n: office.alike })}
      </p>
    </>
  );
}

function Accepted({ projectId, outcome }: { projectId: string; outcome: Outcome }) {
  const { name, target, codebookVersion, settled } = outcome;
  const t = useTranslations("suggestions");
  const link = (words: ReactNode) => <Link className="link" href={`/p/${projectId}/targets/${target.id}#finished`}>{words}</Link>;
  return (
    <Note>
      {target.name === name ? t("isTarget", { name }) : t("isName", { name, target: target.name })}
      {settled > 0 && ` ${t("settled", { n: settled })}`}
      {codebookVersion !== null && <> {t.rich("version", { version: codebookVersion, link })}</>}
    </Note>
  );
}

function DeclineForm({ projectId, suggestion, onDone, onCancel }: { projectId: string; suggestion: SuggestionLine; onDone: () => void; onCancel: () => void }) {
  const t = useTranslations("suggestions");
  const acts = useTranslations("acts");
  const [answer, setAnswer] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const decline = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await unwrap(suggestionsApi[":suggestionId"].decline.$post({ param: { projectId, suggestionId: suggestion.id }, json: { version: suggestion.version, answer } }));
      onDone();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="form" aria-label={t("declineOne", { name: suggestion.name })} onSubmit={(event) => void decline(event)}>
      {problem && <Alert>{problem.detail}</Alert>}
      <TextArea label={t("answer")} hint={t("answerHint")} rows={2} maxLength={2000} dir="auto" value={answer} onChange={(event) => setAnswer(event.target.value)} />
      <div className="form-acts"><Button type="submit" busy={busy}>{busy ? t("declining") : t("decline")}</Button><Button look="quiet" onClick={onCancel}>{acts("cancel")}</Button></div>
    </form>
  );
}
