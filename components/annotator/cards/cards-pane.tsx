"use client";

import { Eye, List, Search, X } from "lucide-react";
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from "react";
import { useTranslations } from "use-intl/react";
import { Masked } from "@/components/articles/masked";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import { ArticlePanel } from "../judgement/article-panel";
import { TargetFilter } from "../panes/filter-menu";
import type { Reader } from "../reader/reader";
import { filtered, NO_FILTER } from "../state/filter";
import { inTextOrder, isLost, spanKey } from "../state/model";
import type { AnnotatorSession } from "../state/session";
import { isReadOnly } from "../state/session-state";
import { useSession } from "../state/use-session";
import type { AnnotatorSpan } from "../types";
import { type Paragraph, paragraphsOf } from "./paragraphs";
import { SpanCard } from "./span-card";
import { useCardPlaces } from "./use-card-places";
import { useJoinedScroll } from "./use-joined-scroll";

const LIST_PAGE = 200;
const MANY = 200;

/** The right pane: cards beside their lines, or all of them as a list, and the judgement of the whole article. */
export function CardsPane({ session, reader, sheet, scroll, narrow, onClose, onFind, onText, onDelete, onLook, onKeyDown }: {
  session: AnnotatorSession;
  reader: Reader | null;
  sheet: RefObject<HTMLElement | null>;
  scroll: RefObject<HTMLElement | null>;
  /** The pane is a drawer, and its cards a list. */
  narrow: boolean;
  onClose: () => void;
  /** Looks for words of one paragraph, to mark them. */
  onFind: (block: Paragraph) => void;
  onText: (id: string) => void;
  onDelete: (id: string) => void;
  /** Leads to a span. */
  onLook: (id: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}) {
  const t = useTranslations("cards");
  const act = useTranslations("acts");
  const model = useSession(session, (state) => state.model);
  const [listed, setListed] = useState(false);
  const [shown, setShown] = useState(LIST_PAGE);
  const asList = listed || narrow;
  const filter = useSession(session, (state) => state.filter);
  const shownSpans = useMemo(() => filtered(model.spans, filter), [model.spans, filter]);
  const inOrder = useMemo(() => inTextOrder(shownSpans.values()), [shownSpans]);
  // A mark whose words went with a corrected text has no line to stand at.
  const [spans, lost] = useMemo(() => [inOrder.filter((span) => !isLost(span)), inOrder.filter(isLost)], [inOrder]);
  const hidden = model.spans.size - inOrder.length;
  const cards = useRef<HTMLDivElement>(null);
  const { openBox, openHeight } = useOpenHeight(session);
  const openId = useSession(session, (state) => state.openId);
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const kept = useMemo(() => [openId, focusedId].flatMap((id) => (id === null ? [] : (shownSpans.get(id) ?? []))), [openId, focusedId, shownSpans]);
  const places = useCardPlaces({ reader, spans: shownSpans, openId, kept, openHeight, sheet, scroll });
  useJoinedScroll(scroll, cards, !asList, reader);
  const listedTo = Math.max(shown, asList ? spans.findIndex((span) => span.id === openId) + 1 : 0);
  const cardSpans = useMemo(() => (asList ? spans.slice(0, listedTo) : spans.filter(({ id }) => places.tops.has(id))), [asList, spans, listedTo, places.tops]);
  useOpenInView(openBox, asList && openId !== null ? openId : null);
  const unlisted = Math.max(0, spans.length - listedTo);
  return (
    <aside className="pane right" aria-label={t("title")}>
      <div className="pane-h">
        <h2>{t("title")}</h2> <span className="x11 num">{hidden > 0 ? t("count", { n: spans.length, of: model.spans.size }) : spans.length}</span>
        <OpenLooks {...{ session, spans, onLook }} />
        <span className="push row tight">
          {model.spans.size > 0 && session.naming.targets.length > 1 && <TargetFilter session={session} />}
          <Button look="quiet" size="small" icon={<Icon of={List} />} label={t("listView")} pressed={listed} onClick={() => setListed(!listed)} />
          {narrow && <Button look="quiet" size="small" icon={<Icon of={X} />} label={act("close")} onClick={onClose} />}
        </span>
      </div>
      {lost.length > 0 && (
        <section className="lost-marks" aria-label={t("lostMarks", { n: lost.length })} onKeyDown={onKeyDown}>
          <h3 className="x12">{t("lostMarks", { n: lost.length })}</h3>
          <div className="cards listed"><Cards {...{ session, onDelete, onText, openBox, openId }} spans={lost} tops={null} /></div>
        </section>
      )}
      <div ref={cards} className={classNames("cards", asList && "listed", spans.length > MANY && "many")} onKeyDown={onKeyDown} onFocus={(event) => setFocusedId(spanOfCard(event.target))} onBlur={() => setFocusedId(null)}>
        {inOrder.length === 0 && (hidden > 0 || !listed) && (hidden > 0
          ? <p className="none x12">{t("notShown", { n: hidden })} <button type="button" className="link" onClick={() => session.show(NO_FILTER)}>{t("showAll")}</button></p>
          : <p className="none x12">{t("none")}</p>)}
        {listed
          ? <Listed {...{ session, onDelete, onText, onFind, openBox, openId }} spans={cardSpans} whole={unlisted === 0} />
          : <Cards {...{ session, onDelete, onText, openBox, openId }} spans={cardSpans} tops={asList ? null : places.tops} />}
        {!asList && <div className="tall" style={{ blockSize: `${places.height}px` }} />}
        {asList && unlisted > 0 && <Button size="small" onClick={() => setShown(listedTo + LIST_PAGE)}>{t("showMore", { n: Math.min(LIST_PAGE, unlisted) })}</Button>}
      </div>
      <ArticlePanel session={session} />
    </aside>
  );
}

/** How many marks a newer codebook or the reviewer asks to look at; leads to the next one. */
function OpenLooks({ session, spans, onLook }: { session: AnnotatorSession; spans: readonly AnnotatorSpan[]; onLook: (id: string) => void }) {
  const reviews = useSession(session, (state) => state.reviews);
  const openId = useSession(session, (state) => state.openId);
  const readOnly = useSession(session, isReadOnly);
  const t = useTranslations("cards");
  const left = spans.filter((span) => reviews.has(span.id));
  if (left.length === 0 || readOnly) return null;
  const next = left[(left.findIndex((span) => span.id === openId) + 1) % left.length];
  return <Button look="quiet" size="small" icon={<Icon of={Eye} size="s" />} onClick={() => next !== undefined && onLook(next.id)}>{t("toLook", { n: left.length })}</Button>;
}

/** Paragraph by paragraph, as far as spans are listed: its spans, and a way to mark words of it without selecting them in the text. */
function Listed({ onFind, whole, ...cards }: Omit<Parameters<typeof Cards>[0], "tops"> & { onFind: (block: Paragraph) => void; /** Every span is listed. */ whole: boolean }) {
  const { session, spans } = cards;
  const readOnly = useSession(session, isReadOnly);
  const t = useTranslations("cards");
  const paragraphs = useMemo(() => paragraphsOf(session.document, spans, t), [session, spans, t]);
  return paragraphs.map((one) => (
    <section key={one.ordinal} className="para" aria-label={one.name} hidden={!whole && one.before === spans.length}>
      <div className="row">
        <h3>{one.name}</h3> <span className="x11 num">{one.spans.length}</span>
        {!readOnly && <Button look="quiet" size="small" className="push" icon={<Icon of={Search} size="s" />} label={t("markIn", { block: one.within })} onClick={() => onFind(one)}>{t("markWords")}</Button>}
      </div>
      <p className="cut x12" dir="auto"><Masked text={one.words} /></p>
      <Cards {...cards} spans={one.spans} tops={null} />
    </section>
  ));
}

function Cards({ session, spans, tops, onDelete, onText, openBox, openId }: {
  session: AnnotatorSession;
  /** Those that are drawn, in the order of the text. */
  spans: readonly AnnotatorSpan[];
  /** Where they stand; null in a list. */
  tops: ReadonlyMap<string, number> | null;
  onText: (id: string) => void;
  onDelete: (id: string) => void;
  openBox: RefObject<HTMLDivElement | null>;
  openId: string | null;
}) {
  const litId = useSession(session, (state) => state.litId);
  const unsentKeys = useSession(session, (state) => state.unsentKeys);
  const conflicts = useSession(session, (state) => state.spanConflicts);
  const reviews = useSession(session, (state) => state.reviews);
  const readOnly = useSession(session, isReadOnly);
  return spans.map((span) => {
    const open = span.id === openId;
    return (
      <SpanCard
        key={span.id}
        {...{ session, span, open, readOnly, onDelete, onText }}
        lit={span.id === litId}
        pending={unsentKeys.has(spanKey(span.id))}
        conflict={conflicts.get(span.id)}
        review={reviews.get(span.id)}
        flagged={session.flagged.has(span.id)}
        top={tops?.get(span.id)}
        {...(open ? { box: openBox } : {})}
      />
    );
  });
}

/** The span whose card holds this element. A card with focus stays however far the text is scrolled. */
function spanOfCard(element: Element): string | null {
  return element.closest<HTMLElement>(".card.span")?.dataset["of"] ?? null;
}

/** The height of the open card, so that the others can make way. */
function useOpenHeight(session: AnnotatorSession): { openBox: RefObject<HTMLDivElement | null>; openHeight: number } {
  const openBox = useRef<HTMLDivElement>(null);
  const openId = useSession(session, (state) => state.openId);
  const [openHeight, setOpenHeight] = useState(320);
  useEffect(() => {
    if (openBox.current === null) return undefined;
    const card = openBox.current;
    const watch = new ResizeObserver(() => setOpenHeight(card.offsetHeight));
    watch.observe(card);
    return () => watch.disconnect();
  }, [openId]);
  return { openBox, openHeight };
}

/** Brings the open card of a list into view. */
function useOpenInView(openBox: RefObject<HTMLDivElement | null>, openId: string | null): void {
  useEffect(() => {
    if (openId !== null) openBox.current?.scrollIntoView({ block: "nearest" });
  }, [openBox, openId]);
}
