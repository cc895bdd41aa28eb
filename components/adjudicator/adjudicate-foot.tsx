"use client";

import { History } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Foot } from "@/components/ui/foot";
import { Icon } from "@/components/ui/icon";
import { Menu } from "@/components/ui/menu";
import { StatusText, type SaveState } from "@/components/ui/status-text";
import type { AdjudicateKeys } from "./keyboard/adjudicate-keys";
import { isDecided } from "./state/look";
import type { AdjudicationSession } from "./state/session";
import { useAdjudication } from "./state/use-adjudication";
import type { Annotator } from "./types";

/** The foot: what is open, how saving stands, and what can be done with the article as a whole. */
export function AdjudicateFoot({ session, keys, openInAll, onHistory, onReturn, onSettle, onUnsaved }: {
  session: AdjudicationSession;
  keys: AdjudicateKeys;
  /** Clusters that are open in the whole project; null while that is not known. */
  openInAll: number | null;
  onHistory: () => void;
  onReturn: (annotator: Annotator) => void;
  onSettle: () => void;
  /** Goes to the first decision that is not saved. */
  onUnsaved: (subject: string) => void;
}) {
  const t = useTranslations("adjudicate");
  const { adjudication, annotators, judgements, answers, detached } = useAdjudication(session, (state) => state.document);
  const clusters = useAdjudication(session, (state) => state.clusters);
  const waiting = useAdjudication(session, (state) => state.waiting);
  const busy = useAdjudication(session, (state) => state.busy);
  const refusal = useAdjudication(session, (state) => state.refusal);
  const open = clusters.filter((cluster) => !isDecided(cluster)).length;
  const openWhole = [...judgements, ...answers].filter(({ decision, changedSince }) => decision === null || changedSince).length;
  const unsaved = [...waiting].find(([, one]) => one.state !== "sending")?.[0];
  const blocked = open > 0 ? t("settle.left", { n: open }) : openWhole > 0 ? t("settle.leftWhole", { n: openWhole }) : waiting.size > 0 ? t("settle.unsent") : null;
  const returnable = annotators.filter(({ assignmentId }) => assignmentId !== null);
  return (
    <Foot
      acts={
        <>
          <Button look="quiet" icon={<Icon of={History} />} keys={keys.shown("decisionHistory")} onClick={onHistory}>{t("history.act")}</Button>
          {returnable.length > 0 && <Menu trigger={t("giveBack.act")} className="btn" side="top" align="end" items={returnable.map((annotator) => ({ label: t("giveBack.to", { name: annotator.name ?? t("annotator", { letter: annotator.letter }) }), onSelect: () => onReturn(annotator) }))} />}
          {adjudication.state === "settled"
            ? <span className="status">{t("states.settled")}</span>
            : <Button look="primary" busy={busy === "settle"} disabled={blocked !== null} title={blocked ?? undefined} keys={keys.shown("settleArticle")} aria-keyshortcuts={keys.aria("settleArticle")} onClick={onSettle}>{t(busy === "settle" ? "settle.acting" : "settle.act")}</Button>}
        </>
      }
    >
      <span className="x12 num">{t("open", { n: open + openWhole + detached.length })}{openInAll !== null && ` · ${t("openInAll", { n: openInAll })}`}</span>
      <Saving session={session} />
      {unsaved !== undefined && <span className="x12">{t("unsaved.some", { n: [...waiting.values()].filter((one) => one.state !== "sending").length })} <button type="button" className="link" onClick={() => onUnsaved(unsaved)}>{t("unsaved.look")}</button></span>}
      {refusal !== null && <span className="x12 bad-text" role="alert">{refusal}</span>}
    </Foot>
  );
}

function Saving({ session }: { session: AdjudicationSession }) {
  const t = useTranslations("adjudicate.saved");
  const waiting = useAdjudication(session, (state) => state.waiting);
  const savedAt = useAdjudication(session, (state) => state.savedAt);
  const states = new Set([...waiting.values()].map(({ state }) => state));
  const [look, words]: [SaveState, string] = states.has("conflict") || states.has("failed") ? ["changed", t("failed")] : states.has("sending") ? ["saving", t("saving")] : ["saved", savedAt === null ? t("allSaved") : t("saved", { time: clock(savedAt) })];
  return <StatusText state={look}>{words}</StatusText>;
}

const clock = (at: Date): string => `${String(at.getHours()).padStart(2, "0")}:${String(at.getMinutes()).padStart(2, "0")}`;
