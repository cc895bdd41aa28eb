"use client";

import { useRef, type RefObject } from "react";
import { TextSelect } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Icon } from "@/components/ui/icon";
import { Button } from "@/components/ui/button";
import { FramingGlyph, GLYPH_CLASS } from "@/components/ui/framing-glyph";
import { KeyCap } from "../keyboard/key-cap";
import { useKeys } from "../keyboard/use-keys";
import { LabelSetField } from "../labels/label-set-field";
import { PressGroup } from "../press-group";
import type { Reader } from "../reader/reader";
import type { AnnotatorSession } from "../state/session";
import type { Draft } from "./draft";
import { PassageList } from "./passage-list";
import { SpeakerField } from "./speaker-field";
import { TargetChoice } from "./target-choice";
import { usePlace } from "./use-place";
import { VOICE_CHOICES } from "./voice";

/** Below the selected words: framing, target, required labels, voice, and Mark. Takes no focus by itself, so keys keep working in the text. */
export function MarkingPopover({ session, draft, reader, sheet, scroll, onKeyDown, onMark, onSuggest }: {
  session: AnnotatorSession;
  draft: Draft;
  reader: Reader;
  sheet: RefObject<HTMLElement | null>;
  scroll: RefObject<HTMLElement | null>;
  onKeyDown: (event: React.KeyboardEvent) => void;
  onMark: () => void;
  onSuggest: () => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  usePlace(box, draft, reader, sheet, scroll);
  const { codebook, questions } = session;
  const keys = useKeys(session);
  const t = useTranslations("marking");
  // A press on Mark leaves focus where it is, so the draft has to know every key.
  const nameSpeaker = (speaker: string | null): void => session.changeDraft({ speaker });
  return (
    <div
      ref={box}
      className="pop marking"
      data-waiting={draft.beside === draft.selected.parts ? "" : undefined}
      role="dialog"
      aria-label={t("label", { words: draft.selected.parts.map((part) => part.quote).join(" … ") })}
      onKeyDown={onKeyDown}
      // The words stay selected, and focus stays among them, when a button here is pressed.
      onMouseDown={(event) => !(event.target instanceof Element && event.target.matches("select, input")) && event.preventDefault()}
    >
      {questions.spelledOut && <span className="lab ask" aria-hidden="true">{questions.framing}</span>}
      <div className="frames" role="group" aria-label={questions.framing}>
        {questions.framings.map((framing) => (
          <button key={framing} type="button" className={GLYPH_CLASS[framing]} aria-pressed={draft.framing === framing} aria-keyshortcuts={keys.aria(framing)} onClick={() => session.changeDraft({ framing })}>
            <FramingGlyph shape={framing} /> <span className={`u cut ${GLYPH_CLASS[framing]}`}>{codebook.framing(framing)}</span> <KeyCap of={keys.shown(framing)} />
          </button>
        ))}
      </div>
      {questions.spelledOut && <span className="lab ask" aria-hidden="true">{questions.target}</span>}
      <TargetChoice keys={keys} label={questions.target} targets={session.document.targets} targetId={draft.targetId} onChange={(targetId) => session.changeDraft({ targetId })} onSuggest={onSuggest} />
      {session.askedOfDraft(draft).map((set) => (
        <LabelSetField key={set.id} codebook={codebook} set={set} labelIds={draft.labelIds} disabled={false} keyOf={(label) => keys.labelKey(label)} onToggle={(labelId) => session.changeDraft({ labelIds: codebook.toggled(set, draft.labelIds, labelId) })} />
      ))}
      <PassageList parts={draft.selected.parts} onRemove={(at) => session.extend(reader.selectedOf(draft.selected.parts.filter((_, i) => i !== at)), draft.beside.filter((part) => part !== draft.selected.parts[at]))} />
      <div className="foot2">
        {draft.voice !== null && (
          <>
            {questions.spelledOut && <span className="lab ask whole" aria-hidden="true">{questions.voice}</span>}
            <PressGroup label={questions.voice} options={VOICE_CHOICES.map((value) => ({ value, title: t(`voiceTitles.${value}`), label: questions.voices[value] }))} value={draft.voice} onChange={(voice) => voice !== null && session.changeDraft({ voice })} />
            <KeyCap of={keys.shown("voice")} />
            {draft.voice !== "own" && <SpeakerField speaker={draft.speaker} names={session.speech.names} onType={nameSpeaker} onChange={nameSpeaker} />}
          </>
        )}
        <span className="push row tight">
          <Button look="quiet" size="small" icon={<Icon of={TextSelect} />} label={t("addPassage")} keys={keys.shown("passage")} pressed={draft.beside.length > 0} onClick={() => session.addPassage()} />
          <Button look="primary" size="small" keys={keys.shown("mark")} onClick={onMark}>{t("mark")}</Button>
        </span>
      </div>
    </div>
  );
}
