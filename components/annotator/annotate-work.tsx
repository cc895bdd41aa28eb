"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { classNames } from "@/components/ui/class-names";
import { Later } from "@/components/ui/later";
import { directionOf } from "@/lib/text/direction";
import { textRange } from "@/lib/text/units";
import { CardsPane } from "./cards/cards-pane";
import { FindPanel, type FindWish } from "./find/find-panel";
import { EmptyDialog, FlagDialog, KeysDialog, SkipDialog, SuggestTarget } from "./dialogs";
import { MarkingPopover } from "./marking/marking-popover";
import { OverlapList } from "./overlaps/overlap-list";
import { useOverlaps } from "./overlaps/use-overlaps";
import { PrintedSpans } from "./print/printed-spans";
import { useSettings } from "./settings/use-settings";
import { isField } from "./keys";
import { useKeys } from "./keyboard/use-keys";
import { Layer } from "./layout/layer";
import { Panes } from "./layout/panes";
import { useLook } from "./layout/use-look";
import { ArticleHead } from "./panes/article-head";
import { Guide } from "./panes/guide";
import { HeadNotes } from "./panes/head-notes";
import { QueuePane, QueueRail } from "./panes/queue-pane";
import { ScreenFoot } from "./panes/screen-foot";
import { Toolbar } from "./panes/toolbar";
import type { AnnotatorSession } from "./state/session";
import { useSession } from "./state/use-session";
import { SuggestionStrip } from "./suggestions/suggestion-strip";
import { useSuggestions } from "./suggestions/use-suggestions";
import { nextGranularity } from "./perform";
import { useCommands } from "./use-commands";
import { useMedia } from "@/components/ui/use-media";
import { type ReaderHandlers, useReader } from "./use-reader";
import { type Sitting, useSaving } from "./use-saving";

/** One article being annotated: queue, text and cards, and the foot. */
export function AnnotateWork({ projectId, ...sitting }: Sitting & { projectId: string }) {
  const { document } = sitting;
  const t = useTranslations("annotate");
  const session = useSaving(projectId, sitting);
  const root = useRef<HTMLDivElement>(null);
  const mid = useRef<HTMLElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const scroll = useRef<HTMLDivElement>(null);
  const handlers = useRef<ReaderHandlers>(null);
  const narrow = useMedia("(max-width: 820px)");
  const [drawer, setDrawer] = useState<"queue" | "spans" | null>(null);
  const [asking, setAsking] = useState<"keys" | "skip" | "flag" | null>(null);
  const [finding, setFinding] = useState<FindWish | null>(null);
  const [suggesting, setSuggesting] = useState<string | null>(null);
  const wide = useMedia("(min-width: 1181px)");
  const [look, setLook] = useLook(document.userId);
  const keys = useKeys(session);
  const foldGuide = useCallback((guideFolded: boolean) => setLook({ guideFolded }), [setLook]);
  const draft = useSession(session, (state) => state.draft);
  const empty = useSession(session, (state) => state.submission.step === "empty");

  const { reader, attach } = useReader(session, handlers);
  const showSpans = (): void => setDrawer((now) => (narrow ? "spans" : now));
  const find = (wish: FindWish): void => {
    session.select(null);
    setDrawer(null);
    setFinding(wish);
  };
  const showWords = ({ start, end, quote }: { start: number; end: number; quote: string }): void => {
    reader?.showFound([], textRange(start, end));
    reader?.goTo({ parts: [{ start, end, quote }] });
    reader?.focus();
  };
  const suggestions = useSuggestions(session, reader);
  const overlaps = useOverlaps(session, reader, showSpans);
  const spoken = useSettings(session, (settings) => settings.spokenBorders);
  const commands = useCommands({ session, reader, root, onKeys: () => setAsking("keys"), onFind: (words) => find({ words, block: null }), onText: () => setDrawer(null), onSkip: () => setAsking("skip"), onFlag: () => setAsking("flag"), onUnder: overlaps.list, onSpans: showSpans, suggest: suggestions.act });
  useEffect(() => {
    handlers.current = { press: commands.press, picked: showSpans, listed: overlaps.list };
  });

  const pressed = (event: React.KeyboardEvent): void => {
    const onButton = event.target instanceof HTMLButtonElement && (event.key === "Enter" || event.key === " ");
    if (!onButton && (!isField(event.target) || event.key === "Escape") && commands.press(event.nativeEvent)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  const queue = (
    <QueuePane
      {...{ projectId }}
      assignmentId={document.assignment.id}
      queue={document.queue}
      guide={<Guide projectId={projectId} number={document.codebookVersion.number} codebook={session.codebook} framings={session.questions.framings} keys={keys} folded={look.guideFolded} onFold={foldGuide} />}
      drawn={!wide}
      folded={look.queueFolded}
      onFold={(queueFolded) => setLook({ queueFolded })}
      onClose={() => (wide ? setLook({ folded: true }) : setDrawer(null))}
    />
  );
  const text = (
    <section className="mid" aria-label={t("article")} ref={mid}>
      <Toolbar {...{ session, narrow, look }} onGranularity={() => nextGranularity(session, reader)} onLook={setLook} onFind={() => find({ words: "", block: null })} onKeys={() => setAsking("keys")} onQueue={() => setDrawer("queue")} onSpans={() => setDrawer("spans")} />
      {finding === null || reader === null ? <SuggestionStrip {...{ session, suggestions }} onKeyDown={pressed} /> : <FindPanel key={`${finding.block?.ordinal} ${finding.words}`} {...{ session, reader }} wish={finding} onClose={() => { setFinding(null); reader.focus(); }} />}
      <div className="scroll" ref={scroll}>
        <div className={classNames("sheet art", spoken && "spoken")} ref={sheet} dir={directionOf(document.article.language)}>
          <HeadNotes session={session} onShow={commands.show} onPassage={showWords} />
          <ArticleHead article={document.article} shares={session.shares} />
          <div className="text" ref={attach} />
          {draft !== null && reader !== null && <MarkingPopover {...{ session, draft, reader, sheet, scroll }} onKeyDown={pressed} onMark={commands.mark} onSuggest={() => setSuggesting(draft.selected.parts[0]?.quote ?? "")} />}
          {overlaps.ids !== null && reader !== null && <OverlapList key={overlaps.ids.join(" ")} {...{ session, reader, sheet, scroll }} ids={overlaps.ids} onOpen={overlaps.open} onClose={overlaps.close} />}
          <PrintedSpans session={session} reader={reader} />
        </div>
      </div>
    </section>
  );
  const cards = <CardsPane {...{ session, reader, sheet, scroll, narrow }} onFind={({ ordinal, within }) => find({ words: "", block: { ordinal, name: within } })} onText={commands.toText} onClose={() => setDrawer(null)} onDelete={commands.remove} onLook={commands.show} onKeyDown={pressed} />;
  return (
    <div className="screen annotate" ref={root} data-size={look.size} data-measure={look.measure}>
      <div className="work">
        {!narrow && (look.folded || !wide) && <QueueRail queue={document.queue} onOpen={() => (wide ? setLook({ folded: false }) : setDrawer("queue"))} />}
        <Panes look={look} onLook={setLook} compact={!wide} left={wide && !look.folded ? queue : null} text={text} right={narrow ? null : cards} />
      </div>
      {!wide && <Layer name="queue" open={drawer === "queue"} onClose={() => setDrawer(null)}>{queue}</Layer>}
      {narrow && <Layer name="spans" open={drawer === "spans"} onClose={() => setDrawer(null)}>{cards}</Layer>}
      <ScreenFoot session={session} onSubmit={() => commands.submit()} onSkip={() => setAsking("skip")} onFlag={() => setAsking("flag")} />
      <Later when={suggesting !== null}><SuggestTarget projectId={projectId} articleId={document.article.id} words={suggesting ?? ""} open={suggesting !== null} onClose={() => setSuggesting(null)} /></Later>
      <Later when={asking === "keys"}><KeysDialog session={session} open={asking === "keys"} onClose={() => setAsking(null)} /></Later>
      <Later when={asking === "skip"}><SkipDialog session={session} open={asking === "skip"} within={mid} onClose={() => setAsking(null)} onSkipped={commands.skipped} /></Later>
      <Later when={asking === "flag"}><FlagDialog session={session} open={asking === "flag"} within={mid} onClose={() => setAsking(null)} /></Later>
      <Later when={empty}><EmptyDialog session={session} within={mid} onConfirm={() => commands.submit(true)} /></Later>
      <Spoken session={session} />
    </div>
  );
}

function Spoken({ session }: { session: AnnotatorSession }) {
  return <div className="vh" role="status" aria-live="polite">{useSession(session, (state) => state.spoken)}</div>;
}
