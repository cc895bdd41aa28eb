"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl/react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { BlockList } from "./block-list";
import { changedKinds, edited, shownBlocks, understood, type Draft } from "./intake-state";
import { ProvenanceInputs } from "./provenance-fields";

/** One draft in full: where it comes from and what its blocks were taken for, to be put right by hand. */
export function IntakePreview({ projectId, draft, outlets, onDraft, onShare }: {
  projectId: string;
  draft: Draft;
  outlets: readonly string[];
  onDraft: (draft: Draft) => void;
  /** Gives the other drafts this one's outlet, publisher, genre and language; left out where there are no others. */
  onShare?: (() => void) | undefined;
}) {
  const t = useTranslations("intake");
  const { fields } = draft;
  const composed = understood(draft);
  const blocks = useMemo(() => (composed.ok ? shownBlocks(composed.value.text, composed.value.blocks) : []), [composed]);
  if (draft.state === "refused") return <section className="prev"><Alert>{draft.problem?.detail}</Alert></section>;
  if (!composed.ok) return <section className="prev"><Alert>{composed.error.message}</Alert></section>;
  const article = composed.value;
  return (
    <section className="prev" aria-label={article.title}>
      {draft.problem && <Alert>{draft.problem.detail}</Alert>}
      <ProvenanceInputs {...{ projectId, fields, outlets }} problem={draft.problem} onChange={(change) => onDraft(edited(draft, { fields: { ...fields, ...change } }))} />
      {onShare && <div><Button size="small" look="quiet" onClick={onShare}>{t("share")}</Button></div>}
      <p className="x12 num">{t("measure", { words: article.words, characters: article.codePoints, blocks: article.blocks.length })}</p>
      <BlockList
        label={t("asKept")} blocks={blocks} language={fields.language || null}
        onKind={(ordinal, kind, toEnd) => onDraft(edited(draft, { kinds: changedKinds(draft, article, ordinal, kind, toEnd) }))}
      />
    </section>
  );
}
