"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { problemOf } from "@/components/codebook/api";
import { unwrap } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import type { CodebookContent } from "@/lib/codebook/content";
import type { ProposalPlace } from "@/lib/codebook/proposal";
import { placeWords, proposalsApi, type ProposalLine } from "./api";
import { ProposalItem } from "./proposal-item";

/** The draft that takes a proposal in: the version that is on the screen, null where none is begun. */
export type DraftSeen = { readonly version: number | null; readonly onTaken: (draft: { version: number; content: CodebookContent }) => void };
type Props = { projectId: string; items: readonly ProposalLine[]; places: readonly ProposalPlace[]; label: string; /** Null for those who may not write the codebook. */ draft: DraftSeen | null; onDecided: () => void };

/** Proposals with what a coordinator can do about each. */
export function ProposalsPanel({ projectId, items, places, label, draft, onDecided }: Props) {
  const t = useTranslations("proposals");
  const [asked, setAsked] = useState<{ id: string; what: "take" | "decline" } | null>(null);
  const done = () => {
    setAsked(null);
    onDecided();
  };
  return (
    <ul className="suggested" aria-label={label}>
      {items.map((one) => (
        <li key={one.id}>
          <ProposalItem {...{ projectId, places }} proposal={one} />
          {draft !== null && asked?.id === one.id && asked.what === "take" && <TakeForm {...{ projectId, places, draft }} proposal={one} onCancel={() => setAsked(null)} onDone={done} />}
          {draft !== null && asked?.id === one.id && asked.what === "decline" && <DeclineForm projectId={projectId} proposal={one} onCancel={() => setAsked(null)} onDone={done} />}
          {draft !== null && asked?.id !== one.id && (one.state === "open" || one.state === "taken") && (
            <p className="wrap">
              {one.state === "open" && <Button size="small" label={t("takeOne", { text: one.text.slice(0, 60) })} onClick={() => setAsked({ id: one.id, what: "take" })}>{t("take")}</Button>}
              <Button size="small" look="quiet" label={t("declineOne", { text: one.text.slice(0, 60) })} onClick={() => setAsked({ id: one.id, what: "decline" })}>{t("decline")}</Button>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

type FormProps = { projectId: string; proposal: ProposalLine; onDone: () => void; onCancel: () => void };

function TakeForm({ projectId, proposal, places, draft, onDone, onCancel }: FormProps & { places: readonly ProposalPlace[]; draft: DraftSeen }) {
  const t = useTranslations("proposals");
  const acts = useTranslations("acts");
  const [place, setPlace] = useState(places.some((one) => one.place === proposal.place) ? proposal.place : "");
  const { busy, problem, run } = useDecision(onDone);
  const take = () => run(async () => {
    const taken = await unwrap(proposalsApi[":proposalId"].take.$post({ param: { projectId, proposalId: proposal.id }, json: { version: proposal.version, draftVersion: draft.version, place } }));
    // The API describes a codebook as an open object; what it is stands in docs/codebook.md.
    draft.onTaken(taken.draft as unknown as { version: number; content: CodebookContent });
  });
  return (
    <form className="form" aria-label={t("takeOne", { text: proposal.text.slice(0, 60) })} onSubmit={(event) => { event.preventDefault(); void take(); }}>
      {problem !== null && <Alert>{problem}</Alert>}
      <Select label={t("where")} value={place} onChange={(event) => setPlace(event.target.value)} options={places.map((one) => ({ value: one.place, label: placeWords(one, t) }))} />
      <div className="form-acts"><Button type="submit" look="primary" busy={busy}>{t(busy ? "taking" : "take")}</Button><Button look="quiet" onClick={onCancel}>{acts("cancel")}</Button></div>
    </form>
  );
}

function DeclineForm({ projectId, proposal, onDone, onCancel }: FormProps) {
  const t = useTranslations("proposals");
  const acts = useTranslations("acts");
  const [answer, setAnswer] = useState("");
  const { busy, problem, run } = useDecision(onDone);
  const decline = () => run(() => unwrap(proposalsApi[":proposalId"].decline.$post({ param: { projectId, proposalId: proposal.id }, json: { version: proposal.version, answer } })));
  return (
    <form className="form" aria-label={t("declineOne", { text: proposal.text.slice(0, 60) })} onSubmit={(event) => { event.preventDefault(); void decline(); }}>
      {problem !== null && <Alert>{problem}</Alert>}
      <TextArea label={t("answer")} hint={t("answerHint")} rows={2} maxLength={2000} dir="auto" value={answer} onChange={(event) => setAnswer(event.target.value)} />
      <div className="form-acts"><Button type="submit" busy={busy}>{t(busy ? "declining" : "decline")}</Button><Button look="quiet" onClick={onCancel}>{acts("cancel")}</Button></div>
    </form>
  );
}

function useDecision(onDone: () => void): { busy: boolean; problem: string | null; run: (work: () => Promise<unknown>) => Promise<void> } {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const run = async (work: () => Promise<unknown>): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
      onDone();
    } catch (error) {
      setProblem(problemOf(error).detail);
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, run };
}
