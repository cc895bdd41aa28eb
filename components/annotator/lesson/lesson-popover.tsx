"use client";

import { useRef, type RefObject } from "react";
import { useTranslations } from "use-intl/react";
import { FramingGlyph, GLYPH_CLASS } from "@/components/ui/framing-glyph";
import type { Framing } from "@/lib/codebook/framing";
import { KeyCap } from "../keyboard/key-cap";
import { useKeys } from "../keyboard/use-keys";
import type { Draft } from "../marking/draft";
import { usePlace } from "../marking/use-place";
import type { Reader } from "../reader/reader";
import type { AnnotatorSession } from "../state/session";

/** Below the selected words: three buttons, each of which marks. Takes no focus by itself, so keys keep working in the text. */
export function LessonPopover({ session, draft, reader, sheet, scroll, onKeyDown, onMark }: {
  session: AnnotatorSession;
  draft: Draft;
  reader: Reader;
  sheet: RefObject<HTMLElement | null>;
  scroll: RefObject<HTMLElement | null>;
  onKeyDown: (event: React.KeyboardEvent) => void;
  onMark: (framing: Framing) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  usePlace(box, draft, reader, sheet, scroll);
  const { codebook, questions } = session;
  const keys = useKeys(session);
  const t = useTranslations("marking");
  return (
    <div ref={box} className="pop marking lm-pop" role="dialog" aria-label={t("label", { words: draft.selected.parts.map((part) => part.quote).join(" … ") })} onKeyDown={onKeyDown} onMouseDown={(event) => event.preventDefault()}>
      <div className="frames" role="group" aria-label={questions.framing}>
        {questions.framings.map((framing) => (
          <button key={framing} type="button" className={GLYPH_CLASS[framing]} aria-keyshortcuts={keys.aria(framing)} onClick={() => onMark(framing)}>
            <FramingGlyph shape={framing} /> <span className={`u cut ${GLYPH_CLASS[framing]}`}>{codebook.framing(framing)}</span> <KeyCap of={keys.shown(framing)} />
          </button>
        ))}
      </div>
    </div>
  );
}
