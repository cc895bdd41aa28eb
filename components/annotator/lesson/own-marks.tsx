"use client";

import { Trash2 } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Masked } from "@/components/articles/masked";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { FramingGlyph, GLYPH_CLASS } from "@/components/ui/framing-glyph";
import { Icon } from "@/components/ui/icon";
import { ConflictBody } from "../cards/conflict-body";
import { VOICE_CHOICES, voiceChoice, voiceFields } from "../marking/voice";
import { PressGroup } from "../press-group";
import { cardId } from "../reader/mark-plugin";
import { inTextOrder, quoteOf, spanKey } from "../state/model";
import type { AnnotatorSession } from "../state/session";
import { isReadOnly } from "../state/session-state";
import { cardLabel, targetName } from "../state/spoken";
import { useSession } from "../state/use-session";
import type { AnnotatorSpan } from "../types";
import { WhyField } from "./why-field";

/** A pupil's own marks in the order of the text. The open one can be changed, explained and deleted. */
export function OwnMarks({ session, onShow, onDelete }: { session: AnnotatorSession; onShow: (id: string) => void; onDelete: (id: string) => void }) {
  const t = useTranslations("lessonMark");
  const spans = useSession(session, (state) => state.model.spans);
  const openId = useSession(session, (state) => state.openId);
  const readOnly = useSession(session, isReadOnly);
  const list = inTextOrder([...spans.values()]);
  return (
    <section aria-label={t("own")}>
      <h2 className="lm-h">{t("own")} <span className="num x12">{list.length}</span></h2>
      {list.length === 0 && <p className="muted">{t(readOnly ? "noneReadOnly" : "none")}</p>}
      <ul className="lm-list">{list.map((span) => <li key={span.id}><OwnMark {...{ session, span, readOnly, onShow, onDelete }} open={span.id === openId} /></li>)}</ul>
    </section>
  );
}

function OwnMark({ session, span, open, readOnly, onShow, onDelete }: { session: AnnotatorSession; span: AnnotatorSpan; open: boolean; readOnly: boolean; onShow: (id: string) => void; onDelete: (id: string) => void }) {
  const t = useTranslations("lessonMark");
  const { codebook, naming, questions } = session;
  const conflict = useSession(session, (state) => state.spanConflicts.get(span.id));
  const pending = useSession(session, (state) => state.unsentKeys).has(spanKey(span.id));
  const several = session.document.targets.length > 1;
  const voice = voiceChoice(span);
  return (
    <div id={cardId(span.id)} role="comment" aria-label={cardLabel(span, naming)} className={classNames("card span edge lm-mark", GLYPH_CLASS[span.framing], open && "open", pending && "pend")}>
      <button type="button" className="face" aria-expanded={open} onClick={() => (open ? session.open(null) : onShow(span.id))}>
        <span className="row"><span className={`fr ${GLYPH_CLASS[span.framing]}`}><FramingGlyph shape={span.framing} />{codebook.framing(span.framing)}</span>{several && <span className="cut x12"><bdi>{targetName(naming, span.targetId)}</bdi></span>}</span>
        <span className="q" dir="auto"><Masked text={quoteOf(span)} /></span>
        {!open && span.note !== "" && <span className="x12 lm-note">{span.note}</span>}
      </button>
      {open && conflict !== undefined && <ConflictBody session={session} id={span.id} conflict={conflict} />}
      {open && conflict === undefined && readOnly && span.note !== "" && <p className="lm-note">{span.note}</p>}
      {open && conflict === undefined && !readOnly && (
        <div className="stack s2">
          <WhyField note={span.note} onSave={(note) => session.edit(span.id, { note })} />
          <PressGroup label={questions.framing} options={questions.framings.map((framing) => ({ value: framing, label: codebook.framing(framing) }))} value={span.framing} onChange={(framing) => framing !== null && session.edit(span.id, { framing })} />
          {codebook.content.asks.voice && <PressGroup label={questions.voice} options={VOICE_CHOICES.map((value) => ({ value, label: questions.voices[value] }))} value={voice} onChange={(next) => next !== null && session.edit(span.id, voiceFields(next))} />}
          <div><Button look="quiet" size="small" icon={<Icon of={Trash2} size="s" />} onClick={() => onDelete(span.id)}>{t("delete")}</Button></div>
        </div>
      )}
    </div>
  );
}
