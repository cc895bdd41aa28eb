"use client";

import { Quote, TextCursor, TextQuote, Trash2 } from "lucide-react";
import { memo, type RefObject } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { FramingGlyph, GLYPH_CLASS } from "@/components/ui/framing-glyph";
import { Icon } from "@/components/ui/icon";
import { LabelGlyph } from "@/components/ui/label-glyph";
import { voiceChoice } from "../marking/voice";
import { cardId } from "../reader/mark-plugin";
import { Masked } from "@/components/articles/masked";
import { isLost, quoteOf } from "../state/model";
import type { AnnotatorSession } from "../state/session";
import type { Conflict } from "../state/conflicts";
import type { Review } from "../state/reviews";
import { cardLabel, targetName } from "../state/spoken";
import type { AnnotatorSpan } from "../types";
import { CardBody } from "./card-body";
import { ConflictBody } from "./conflict-body";
import { LookAgain, LookTag } from "./look-again";

const VOICE_ICONS = { direct: Quote, reported: Quote, embedded: TextQuote, own: null } as const;

/** A span beside the text: closed it is one button, open it can be edited. */
export const SpanCard = memo(function SpanCard({ session, span, open, lit, pending, readOnly, conflict, review, flagged, top, onDelete, onText, box }: {
  session: AnnotatorSession;
  span: AnnotatorSpan;
  open: boolean;
  lit: boolean;
  /** The server does not have it yet. */
  pending: boolean;
  readOnly: boolean;
  conflict: Conflict<AnnotatorSpan> | undefined;
  /** A newer codebook asks for a look. */
  review: Review | undefined;
  /** The reviewer who returned the article asks for one. */
  flagged: boolean;
  /** In pixels from the start of the text; undefined in a list. */
  top: number | undefined;
  onDelete: (id: string) => void;
  /** Leads to the words; Esc there leads back. */
  onText: (id: string) => void;
  /** For measuring the open card. */
  box?: RefObject<HTMLDivElement | null>;
}) {
  const t = useTranslations("cards");
  const light = (id: string | null) => () => session.light(id);
  const body = conflict === undefined ? <CardBody session={session} span={span} readOnly={readOnly} /> : <ConflictBody session={session} id={span.id} conflict={conflict} />;
  return (
    <div
      id={cardId(span.id)}
      data-of={span.id}
      role="comment"
      aria-label={cardLabel(span, session.naming)}
      className={classNames("card span edge", GLYPH_CLASS[span.framing], open && "open", lit && "is-lit", pending && "pend", isLost(span) && "orphan")}
      {...(box === undefined ? {} : { ref: box })}
      {...(top === undefined ? {} : { style: { insetBlockStart: `${top}px` } })}
      onMouseEnter={light(span.id)}
      onMouseLeave={light(null)}
      onFocus={light(span.id)}
      onBlur={light(null)}
    >
      <div className="row face-row">
        <button type="button" className="face" aria-expanded={open} onClick={() => session.open(open ? null : span.id)}>
          <CardFace {...{ session, span, open, review, flagged }} />
        </button>
        {open && top === undefined && !isLost(span) && <Button look="quiet" size="small" icon={<Icon of={TextCursor} />} label={t("toWords")} onClick={() => onText(span.id)} />}
        {open && !readOnly && conflict === undefined && <Button look="quiet" size="small" icon={<Icon of={Trash2} />} label={t("delete")} onClick={() => onDelete(span.id)} />}
      </div>
      {open && <LookAgain {...{ review, flagged, readOnly }} onKeep={() => session.confirm(span.id)} />}
      {open && body}
    </div>
  );
});

function CardFace({ session, span, open, review, flagged }: { session: AnnotatorSession; span: AnnotatorSpan; open: boolean; review: Review | undefined; flagged: boolean }) {
  const { codebook, questions, naming } = session;
  const t = useTranslations("cards");
  const choice = voiceChoice(span);
  const shape = choice === null ? null : VOICE_ICONS[choice];
  const looks = !open && (review !== undefined || flagged);
  return (
    <>
      <span className="row">
        <span className={`fr ${GLYPH_CLASS[span.framing]}`}><FramingGlyph shape={span.framing} />{codebook.framing(span.framing)}</span>
        <span className="cut tgt"><bdi>{targetName(naming, span.targetId)}</bdi></span>
        {!open && codebook.carried(span.labelIds).map(({ label }) => <span key={label.id} className="row" title={label.name}><LabelGlyph shape={label.glyph} colour={label.colour} /></span>)}
        {looks && <LookTag review={review} flagged={flagged} />}
        {!open && !looks && choice !== null && <span className="voice push">{shape !== null && <Icon of={shape} size="s" />}{questions.voices[choice]}</span>}
      </span>
      <span className={classNames("q", !open && "cut", open && span.parts.length > 1 && "vh")} dir="auto"><Masked text={quoteOf(span)} /></span>
      {isLost(span) && <span className="x12">{t(open ? "lostWhy" : "lost")}</span>}
    </>
  );
}
