"use client";

import { ChevronDown, ChevronUp, Lightbulb } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { FramingGlyph, GLYPH_CLASS } from "@/components/ui/framing-glyph";
import { Icon } from "@/components/ui/icon";
import { Masked } from "@/components/articles/masked";
import { useKeys } from "../keyboard/use-keys";
import type { AnnotatorSession } from "../state/session";
import { targetName } from "../state/spoken";
import { originWords } from "./suggestion-list";
import type { Suggestions } from "./use-suggestions";

/** Above the text: how many suggestions there are, and the one that is looked at with what can be done with it. */
export function SuggestionStrip({ session, suggestions, onKeyDown }: { session: AnnotatorSession; suggestions: Suggestions; onKeyDown: (event: React.KeyboardEvent) => void }) {
  const { open, current, act } = suggestions;
  const keys = useKeys(session);
  const t = useTranslations("suggested");
  if (open.length === 0) return null;
  const { naming, codebook } = session;
  return (
    // Not mousedown's own doing: a press here must not take the selection out of the text.
    <div className="suggestions" role="group" aria-label={t("title")} onKeyDown={onKeyDown} onMouseDown={(event) => event.preventDefault()}>
      <span className="row tight">
        <Icon of={Lightbulb} size="s" />
        <span className="num">{current === null ? t("count", { n: open.length }) : t("position", { n: open.indexOf(current) + 1, of: open.length })}</span>
        <Button look="quiet" size="small" icon={<Icon of={ChevronUp} />} label={t("previous")} aria-keyshortcuts={keys.aria("suggestPrevious")} onClick={() => act("previous")} />
        <Button look="quiet" size="small" icon={<Icon of={ChevronDown} />} label={t("next")} aria-keyshortcuts={keys.aria("suggestNext")} onClick={() => act("next")} />
      </span>
      {current === null ? (
        <span className="x12 cut">{t("step")}</span>
      ) : (
        <>
          <span className="what">
            <q className="cut" dir="auto"><Masked text={current.quote} /></q>
            <span className={`fr ${GLYPH_CLASS[current.framing]}`}><FramingGlyph shape={current.framing} />{codebook.framing(current.framing)}</span>
            <span>{targetName(naming, current.targetId)}</span>
            <span className="x11 origin">{originWords(current, naming)}</span>
          </span>
          <span className="row tight acts">
            <Button size="small" keys={keys.shown("suggestAccept")} onClick={() => act("accept")}>{t("accept")}</Button>
            <Button look="quiet" size="small" keys={keys.shown("suggestEdit")} onClick={() => act("edit")}>{t("edit")}</Button>
            <Button look="quiet" size="small" keys={keys.shown("suggestDismiss")} onClick={() => act("dismiss")}>{t("dismiss")}</Button>
          </span>
        </>
      )}
    </div>
  );
}
