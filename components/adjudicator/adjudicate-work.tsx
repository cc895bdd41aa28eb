"use client";

import { useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { ClusterTalk, type TalkedOf } from "@/components/cluster-talk/cluster-talk";
import { ProposeDialog } from "@/components/proposals/propose-dialog";
import { useMedia } from "@/components/ui/use-media";
import type { ReaderSettings } from "@/lib/accounts/reader-settings";
import { TextIndex } from "@/lib/text/text-index";
import { AdjudicateFoot } from "./adjudicate-foot";
import type { QueueAnswer } from "./api";
import { ClaimBanner } from "./claim-banner";
import { Comparison } from "./compare/comparison";
import { DecisionHistory } from "./dialogs/decision-history";
import { NoneDialog } from "./dialogs/none-dialog";
import { ReopenDialog } from "./dialogs/reopen-dialog";
import { ReturnWork } from "./dialogs/return-work";
import { SimilarDialog } from "./dialogs/similar-dialog";
import { Extents } from "./edit/extent";
import type { AdjudicateCommand } from "./keyboard/adjudicate-keys";
import { AdjudicateKeysDialog } from "./keyboard/adjudicate-keys-dialog";
import { useNaming } from "./naming";
import { AdjudicateQueuePane, AdjudicateRail } from "./queue-pane";
import { lacking } from "./state/draft";
import { useAdjudication } from "./state/use-adjudication";
import { Spoken } from "./text/spoken";
import { Summary } from "./text/summary";
import { TextPane } from "./text/text-pane";
import type { AdjudicationDocument, Annotator, ShownCluster } from "./types";
import { useAdjudicateKeys } from "./use-adjudicate-keys";
import { useKeyboard } from "./use-keyboard";
import { useNamesShown } from "./use-names-shown";
import { useAdjudicationSession } from "./use-session";
import { WholePanel } from "./whole/whole-panel";

type Asking = { readonly what: "none" | "history" | "keys" } | { readonly what: "reopen"; readonly decisionId: string } | { readonly what: "return"; readonly annotator: Annotator } | { readonly what: "similar"; readonly cluster: ShownCluster } | { readonly what: "propose"; readonly decisionId: string; readonly spanIds: readonly string[] };

/** One article being adjudicated: the list, the text and the comparison, and the foot. */
export function AdjudicateWork({ projectId, memberId, settings: stored, document, queue, onNews }: {
  projectId: string;
  memberId: string;
  settings: ReaderSettings;
  document: AdjudicationDocument;
  queue: QueueAnswer | null;
  /** Something was settled or opened, so the list is old. */
  onNews: () => void;
}) {
  const t = useTranslations("adjudicate");
  const session = useAdjudicationSession(projectId, document, memberId);
  const { keys, settings, change } = useAdjudicateKeys(stored, memberId);
  const { article, adjudication, codebook, targets } = useAdjudication(session, (state) => state.document);
  const [named, setNamed] = useNamesShown();
  const naming = useNaming({ codebook, targets }, named);
  const extents = useMemo(() => new Extents(new TextIndex(article.text), article.blocks, article), [article]);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [asked, setAsked] = useState(false);
  const [folded, setFolded] = useState(false);
  const [drawn, setDrawn] = useState(false);
  const right = useRef<HTMLElement>(null);
  const merges = useRef<HTMLDivElement>(null);
  const wide = useMedia("(min-width: 1181px)");
  const close = (): void => setAsking(null);

  const settle = (): void => {
    const { draft } = session.state;
    if (draft !== null) {
      setAsked(true);
      if (lacking(draft, session.state.clusters.find(({ key }) => key === draft.key) ?? null) !== null) return;
      session.record();
      setAsked(false);
      return;
    }
    void session.settle().then(onNews);
  };
  const perform = (command: AdjudicateCommand): boolean => {
    const isEditing = session.state.draft !== null;
    if (isEditing && command.do !== "settle" && command.do !== "keys") return false;
    switch (command.do) {
      case "adopt": session.adopt(command.digit); break;
      case "next": session.step(1); break;
      case "previous": session.step(-1); break;
      case "none": if (session.current !== null) setAsking({ what: "none" }); break;
      case "keep": session.keep(); break;
      case "merge": merges.current?.querySelector("button")?.focus(); break;
      case "edit": setAsked(false); session.edit(); break;
      case "add": setAsked(false); session.add(); break;
      case "unanimous": case "boundaries": void session.bulk(command.do); break;
      case "history": case "keys": setAsking({ what: command.do }); break;
      case "settle": settle(); break;
      case "close": setDrawn(false); break;
    }
    return true;
  };
  useKeyboard(keys, perform);
  const pane = (isDrawn: boolean) => <AdjudicateQueuePane projectId={projectId} articleId={article.id} undecided={adjudication.undecided} queue={queue} isDrawn={isDrawn} onClose={() => (isDrawn ? setDrawn(false) : setFolded(true))} />;
  const current = session.current;
  return (
    <div className="screen adjudicate" data-folded={!wide || folded || undefined}>
      <div className="work">
        {wide && !folded ? pane(false) : <AdjudicateRail queue={queue} onOpen={() => (wide ? setFolded(false) : setDrawn(!drawn))} />}
        {!wide && drawn && <div className="over">{pane(true)}</div>}
        <section className="mid" aria-label={t("panes.text")}>
          <Summary session={session} keys={keys} onKeys={() => setAsking({ what: "keys" })} onAdd={() => { setAsked(false); session.add(); }} />
          <ClaimBanner session={session} memberId={memberId} />
          <TextPane session={session} extents={extents}><WholePanel session={session} naming={naming} /></TextPane>
        </section>
        <section className="pane right" aria-label={t("panes.comparison")} ref={right}>
          <Comparison
            {...{ session, naming, extents, keys, named, merges, asked }} onNamed={setNamed} asking={asking?.what === "none"} talk={(cluster) => <ClusterTalk {...{ projectId, named }} articleId={article.id} cluster={talkedOf(cluster)} />}
            asks={{ onNone: () => setAsking({ what: "none" }), onSimilar: (cluster) => setAsking({ what: "similar", cluster }), onReopen: (decisionId) => setAsking({ what: "reopen", decisionId }), onAsked: () => setAsked(true) }}
          />
        </section>
      </div>
      <AdjudicateFoot {...{ session, keys }} openInAll={queue?.totals.undecided ?? null} onHistory={() => setAsking({ what: "history" })} onReturn={(annotator) => setAsking({ what: "return", annotator })} onSettle={settle} onUnsaved={(subject) => session.go(subject)} />
      {asking?.what === "none" && current && (
        <NoneDialog cluster={current} within={right} recordKey={keys.shown("settleArticle")} onClose={close} onRecord={(reason, note, propose) => {
          const spanIds = current.spans.map(({ id }) => id);
          close();
          // A proposal names the decision, so it waits until that is stored.
          void session.reject(reason, note).then((decisionId) => propose && decisionId !== null && setAsking({ what: "propose", decisionId, spanIds }));
        }} />
      )}
      {asking?.what === "propose" && <ProposeDialog projectId={projectId} articleId={article.id} spanIds={asking.spanIds} decisionId={asking.decisionId} content={codebook.content} onClose={close} />}
      {asking?.what === "history" && <DecisionHistory {...{ projectId, naming }} articleId={article.id} onClose={close} onReopen={(decisionId) => setAsking({ what: "reopen", decisionId })} />}
      {asking?.what === "reopen" && <ReopenDialog session={session} decisionId={asking.decisionId} onClose={(reopened) => { close(); if (reopened) onNews(); }} />}
      {asking?.what === "similar" && <SimilarDialog {...{ projectId, naming }} articleId={article.id} cluster={asking.cluster} onClose={(applied) => { close(); if (applied) onNews(); }} />}
      {asking?.what === "return" && asking.annotator.assignmentId !== null && <ReturnWork projectId={projectId} articleId={article.id} annotator={asking.annotator} assignmentId={asking.annotator.assignmentId} onClose={() => { close(); void session.refresh(); }} />}
      {asking?.what === "keys" && <AdjudicateKeysDialog {...{ keys, settings }} onChange={change} onClose={close} />}
      <Spoken session={session} />
    </div>
  );
}

/** A cluster as its discussion needs it. */
const talkedOf = ({ spans, start, end }: ShownCluster): TalkedOf => ({ spanIds: spans.map(({ id }) => id), start, end, quote: spans[0]?.parts.map((part) => part.quote).join(" … ") ?? "" });
