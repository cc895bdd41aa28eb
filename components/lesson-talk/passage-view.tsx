"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl/react";
import { Alert } from "@/components/ui/alert";
import { FramingGlyph, GLYPH_CLASS } from "@/components/ui/framing-glyph";
import { Skeleton } from "@/components/ui/skeleton";
import { around } from "@/lib/lessons/passages";
import { findSentences } from "@/lib/text/sentences";
import { directionOf } from "@/lib/text/direction";
import type { Heat, Passage, Place } from "./api";
import { FramingBars, Side, SIDES } from "./framing-bars";
import type { Reading } from "./use-reading";

/** A passage with the sentence that it stands in, its own words marked. */
export function Quote({ heat, place }: { heat: Heat; place: Place }) {
  const block = heat.blocks.find((one) => place.start < one.start + [...one.text].length && one.start < place.end);
  const cut = useMemo(() => block && around(block, place, findSentences(block.text, heat.language)), [block, place, heat.language]);
  if (!cut) return null;
  return <blockquote className="ct-quote" dir={directionOf(heat.language)} {...(heat.language === null ? {} : { lang: heat.language })}>{cut.before}<mark className="ct-k k3">{cut.words}</mark>{cut.after}</blockquote>;
}

/** Both sides of a passage: bars, then the reasons given, side by side in turn. Names are there only where the teacher shows them. */
export function Sides({ passage }: { passage: Reading<Passage | null> }) {
  const t = useTranslations("classTalk");
  if (!passage.value) return passage.problem ? <Alert>{passage.problem.detail}</Alert> : <Skeleton label={t("loading")} rows={3} />;
  const { counts, reasons } = passage.value;
  const bySide = SIDES.flatMap((side) => reasons.filter(({ framing }) => framing === side));
  return (
    <>
      <FramingBars counts={counts} />
      {bySide.length === 0 ? <p className="x12 muted">{t("noReasons")}</p> : (
        <ul className="ct-why" aria-label={t("reasons")}>
          {bySide.map((one, n) => (
            <li key={n}>
              <span className={`${GLYPH_CLASS[one.framing]}-c`}><FramingGlyph shape={one.framing} /><span className="vh"><Side of={one.framing} /></span></span>
              <span>{one.note}{(one.mine || one.name !== null) && <b className="x12">{one.mine ? t("yourReason") : one.name}</b>}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
