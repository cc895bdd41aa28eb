"use client";

import { ChevronDown, ChevronUp } from "lucide-react";
import { useMemo } from "react";
import { useTranslations } from "use-intl/react";
import { givenOf, isAsked } from "@/lib/annotations/answers";
import { Icon } from "@/components/ui/icon";
import type { LabelSet } from "@/lib/codebook/content";
import type { Model } from "../state/model";
import type { AnnotatorSession } from "../state/session";
import { withoutJudgement } from "../state/submission";
import { useSession } from "../state/use-session";
import { ArticleAnswer } from "./article-answer";
import { ArticleNotes } from "./article-notes";
import { JudgementRow } from "./judgement-row";

/** What is said of the whole article: its stance toward each focus target, the codebook's questions, what it leaves out, and a note. */
export function ArticlePanel({ session }: { session: AnnotatorSession }) {
  const model = useSession(session, (state) => state.model);
  const folded = useSession(session, (state) => state.wholeFolded);
  const { targets } = session.document;
  const t = useTranslations("whole");
  const { asked, left } = useMemo(() => openQuestions(session, model), [session, model]);
  return (
    <section className="judge" aria-label={t("title")}>
      <button type="button" className="fold" aria-expanded={!folded} onClick={() => session.foldWhole(!folded)}>
        <strong>{t("title")}</strong><span className="x11 push">{left === 0 ? t("complete") : t("left", { n: left })}</span><Icon of={folded ? ChevronUp : ChevronDown} size="s" />
      </button>
      {!folded && (
        <>
          {targets.filter((target) => target.isFocus).map((target) => <JudgementRow key={target.id} session={session} target={target} judgement={model.judgements.get(target.id) ?? null} />)}
          {asked.map((set) => <ArticleAnswer key={set.id} session={session} set={set} labelIds={model.answers.get(set.id) ?? NONE} />)}
          <ArticleNotes session={session} kind="omitted" notes={model.notes} />
          <ArticleNotes session={session} kind="note" notes={model.notes} />
        </>
      )}
    </section>
  );
}

const NONE: readonly string[] = [];

/** The sets that are asked of the article as things stand, or were answered, and how much is left to say. */
function openQuestions(session: AnnotatorSession, model: Model): { asked: LabelSet[]; left: number } {
  const { codebook } = session;
  const given = givenOf(model.answers);
  const asked = codebook.articleSets.filter((set) => isAsked(codebook.content, set, given));
  const missing = asked.filter((set) => set.required && codebook.offered(set).length > 0 && !model.answers.has(set.id)).length;
  return { asked, left: withoutJudgement(session.document.targets, model).length + missing };
}

/** Moves focus to the scale of a target. */
export function focusJudgement(root: ParentNode, targetId: string): void {
  root.querySelector<HTMLElement>(`[data-judge="${CSS.escape(targetId)}"] input`)?.focus();
}

/** Moves focus into the answers to a set: of the article, or of the open card. */
export function focusAnswer(root: ParentNode, within: ".judge" | ".span.open", setId: string): void {
  root.querySelector<HTMLElement>(`${within} [data-set="${CSS.escape(setId)}"] button`)?.focus();
}
