"use client";

import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslations } from "use-intl/react";
import { voiceChoice } from "../marking/voice";
import type { Reader } from "../reader/reader";
import { inTextOrder, quoteOf } from "../state/model";
import type { AnnotatorSession } from "../state/session";
import { targetName } from "../state/spoken";
import type { AnnotatorSpan } from "../types";

/** On paper, after the text: its spans as a table, numbered as in the text. Nothing of it exists on the screen. */
export function PrintedSpans({ session, reader }: { session: AnnotatorSession; reader: Reader | null }) {
  const t = useTranslations("marking.paper");
  const spans = usePrinted(session, reader);
  if (spans === null || spans.length === 0) return null;
  const { codebook, questions, naming } = session;
  const { asks } = codebook.content;
  const voiceOf = (span: AnnotatorSpan): string => {
    const choice = voiceChoice(span);
    return choice === null ? "" : questions.voices[choice];
  };
  const labelsOf = (span: AnnotatorSpan): string => codebook.carried(span.labelIds).map(({ label }) => label.name).join(", ");
  const [labelled, noted] = [spans.some((span) => labelsOf(span) !== ""), spans.some((span) => span.note !== "")];
  return (
    <section className="only-print printed">
      <h2>{t("title")}</h2>
      <table className="tb">
        <thead><tr><th scope="col">{t("number")}</th><th scope="col">{t("words")}</th><th scope="col">{questions.framing}</th><th scope="col">{questions.target}</th>{asks.voice && <th scope="col">{questions.voice}</th>}{labelled && <th scope="col">{t("labels")}</th>}{noted && <th scope="col">{t("note")}</th>}</tr></thead>
        <tbody>
          {spans.map((span, i) => (
            <tr key={span.id}>
              <td className="num">{i + 1}</td><td dir="auto">{quoteOf(span)}</td><td>{codebook.framing(span.framing)}</td><td>{targetName(naming, span.targetId)}</td>
              {asks.voice && <td>{voiceOf(span)}</td>}{labelled && <td>{labelsOf(span)}</td>}{noted && <td dir="auto">{span.note}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The spans in the order of the text while the page is being printed; else null. */
function usePrinted(session: AnnotatorSession, reader: Reader | null): readonly AnnotatorSpan[] | null {
  const [printed, setPrinted] = useState<readonly AnnotatorSpan[] | null>(null);
  useEffect(() => {
    if (reader === null) return undefined;
    let unnumber: (() => void) | null = null;
    const end = (): void => {
      unnumber?.();
      unnumber = null;
      setPrinted(null);
    };
    const begin = (): void => {
      if (unnumber !== null) return;
      const spans = inTextOrder(session.state.model.spans.values());
      unnumber = reader.number(spans);
      // The page is taken as it is when this returns.
      flushSync(() => setPrinted(spans));
    };
    const paper = window.matchMedia("print");
    const turned = (): void => (paper.matches ? begin() : end());
    window.addEventListener("beforeprint", begin);
    window.addEventListener("afterprint", end);
    paper.addEventListener("change", turned);
    return () => {
      window.removeEventListener("beforeprint", begin);
      window.removeEventListener("afterprint", end);
      paper.removeEventListener("change", turned);
      unnumber?.();
    };
  }, [session, reader]);
  return printed;
}
