"use client";

import { Quote, TextQuote, Trash2 } from "lucide-react";
import { memo, type RefObject } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { FramingGlyph, GLYPH_CLASS } from "@/components/ui/framing-glyph";
import { Icon } from "@/components/ui/icon";
import { voiceChoice, VOICE_CHOICES } from "../marking/voice";
import { cardId } from "../reader/mark-plugin";
import { quoteOf } from "../state/model";
import type { AnnotatorSession } from "../state/session";
import type { Conflict } from "../state/session-state";
import { cardLabel, FRAMING_WORDS, targetName } from "../state/spoken";
import type { AnnotatorSpan } from "../types";
import { CardBody } from "./card-body";
import { ConflictBody } from "./conflict-body";

const VOICE_ICONS = { direct: Quote, reported: Quote, embedded: TextQuote, own: null } as const;

/** A span beside the text: closed it is one button, open it can be edited. */
export const SpanCard = memo(function SpanCard({ session, span, away, open, lit, pending, readOnly, conflict, top, onDelete, box }: {
  session: AnnotatorSession;
  span: AnnotatorSpan;
  /** Far from the window: there by name only, because the marks of the text refer to it. */
  away: boolean;
  open: boolean;
  lit: boolean;
  /** The server does not have it yet. */
  pending: boolean;
  readOnly: boolean;
  conflict: Conflict<AnnotatorSpan> | undefined;
  /** In pixels from the start of the text; undefined in a list. */
  top: number | undefined;
  onDelete: (id: string) => void;
  /** For measuring the open card. */
  box?: RefObject<HTMLDivElement | null>;
}) {
  const { targets } = session.document;
  if (away) return <div id={cardId(span.id)} role="comment" aria-label={cardLabel(span, targets)} hidden />;
  const light = (id: string | null) => () => session.light(id);
  const body = conflict === undefined ? <CardBody session={session} span={span} readOnly={readOnly} /> : <ConflictBody session={session} id={span.id} conflict={conflict} />;
  return (
    <div
      id={cardId(span.id)}
      role="comment"
      aria-label={cardLabel(span, targets)}
      className={classNames("card span edge", GLYPH_CLASS[span.framing], open && "open", lit && "is-lit", pending && "pend")}
      {...(box === undefined ? {} : { ref: box })}
      {...(top === undefined ? {} : { style: { insetBlockStart: `${top}px` } })}
      onMouseEnter={light(span.id)}
      onMouseLeave={light(null)}
      onFocus={light(span.id)}
      onBlur={light(null)}
    >
      <div className="row face-row">
        <button type="button" className="face" aria-expanded={open} onClick={() => session.open(open ? null : span.id)}>
          <CardFace span={span} target={targetName(targets, span.targetId)} open={open} />
        </button>
        {open && !readOnly && conflict === undefined && <Button look="quiet" size="small" icon={<Icon of={Trash2} />} label="Delete span" onClick={() => onDelete(span.id)} />}
      </div>
      {open && body}
    </div>
  );
});

function CardFace({ span, target, open }: { span: AnnotatorSpan; target: string; open: boolean }) {
  const choice = VOICE_CHOICES.find(({ value }) => value === voiceChoice(span));
  const shape = choice === undefined ? null : VOICE_ICONS[choice.value];
  return (
    <>
      <span className="row">
        <span className={`fr ${GLYPH_CLASS[span.framing]}`}><FramingGlyph shape={span.framing} />{FRAMING_WORDS[span.framing]}</span>
        <span className="cut tgt">{target}</span>
        {!open && choice !== undefined && <span className="voice push">{shape !== null && <Icon of={shape} size="s" />}{choice.label}</span>}
      </span>
      <span className={classNames("q", !open && "cut")} dir="auto">{quoteOf(span)}</span>
    </>
  );
}
