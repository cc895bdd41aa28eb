"use client";

import Link from "next/link";
import { useTranslations } from "use-intl/react";
import { FramingGlyph, GLYPH_CLASS } from "@/components/ui/framing-glyph";
import { Tag } from "@/components/ui/tag";
import { useDates } from "@/components/words/use-dates";
import type { ProposalPlace } from "@/lib/codebook/proposal";
import { placeWords, type ProposalLine } from "./api";

/** What a proposal says, what it is about, who made it, its marks with their articles, and how it stands. */
export function ProposalItem({ projectId, proposal, places }: { projectId: string; proposal: ProposalLine; places: readonly ProposalPlace[] }) {
  const t = useTranslations("proposals");
  const { day } = useDates();
  const { text, place, by, createdAt, state, versionNumber, answer, spans } = proposal;
  return (
    <>
      <p className="wrap-any proposed" dir="auto">{text}</p>
      <p className="wrap x12">
        <Tag>{t(`states.${state}`, { n: versionNumber ?? 0 })}</Tag>
        <span>{t("at", { place: placeWords(places.find((one) => one.place === place), t) })}</span>
        <span className="faint">{t("by", { who: by ?? t("somebody"), day: day(createdAt) })}</span>
      </p>
      {answer !== "" && <p className="wrap-any" dir="auto">{t("answered", { answer })}</p>}
      {spans.length === 0 ? <p className="x12 faint">{t("marksGone")}</p> : (
        <details className="numbers">
          <summary>{t("marks", { n: spans.length })}</summary>
          <ul className="cb-marks">
            {spans.map((span) => (
              <li key={span.spanId}>
                <span className="pick" />
                <div>
                  {span.quote === null ? <p className="faint">{t("noWords")}</p> : <blockquote className={`edge ${GLYPH_CLASS[span.framing]}`} dir="auto"><Link prefetch={false} href={`/p/${projectId}/articles/${span.articleId}#span-${span.spanId}`}>{span.quote}</Link></blockquote>}
                  <p className="wrap x12"><span className={`fr ${GLYPH_CLASS[span.framing]}`}><FramingGlyph shape={span.framing} />{span.target}</span><span className="faint" dir="auto">{span.articleTitle}</span>{span.deleted && <Tag>{t("deleted")}</Tag>}</p>
                </div>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
