"use client";

import { useEffect, useLayoutEffect, useRef, type MouseEvent, type ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { directionOf } from "@/lib/text/direction";
import type { Extents } from "../edit/extent";
import type { AdjudicationSession } from "../state/session";
import { useAdjudication } from "../state/use-adjudication";
import type { ShownCluster } from "../types";
import { Block } from "./block";
import { placeSigns } from "./place-signs";
import { selectedRange } from "./selected-range";

/** The article with its clusters. A press on one looks at it; while a mark is edited, selected words become its own. */
export function TextPane({ session, extents, children }: { session: AdjudicationSession; extents: Extents; children?: ReactNode }) {
  const t = useTranslations("adjudicate.text");
  const sheet = useRef<HTMLDivElement>(null);
  const { article } = useAdjudication(session, (state) => state.document);
  const drawn = useAdjudication(session, (state) => state.drawn);
  const currentKey = useAdjudication(session, (state) => state.currentKey);
  const draft = useAdjudication(session, (state) => state.draft);

  useLayoutEffect(() => {
    const box = sheet.current;
    if (box === null) return undefined;
    const watch = new ResizeObserver(() => placeSigns(box));
    watch.observe(box);
    return () => watch.disconnect();
  }, [drawn.ranges]);
  useEffect(() => {
    if (currentKey !== null) sheet.current?.querySelector(`mark[data-c="${currentKey}"]`)?.scrollIntoView({ block: "nearest" });
  }, [currentKey]);

  const pressed = (event: MouseEvent): void => {
    const key = (event.target as Element).closest<HTMLElement>("[data-c]")?.dataset["c"];
    if (key !== undefined && document.getSelection()?.isCollapsed !== false) session.go(key);
  };
  const selected = (event: MouseEvent): void => {
    const range = draft !== null && sheet.current !== null ? selectedRange(sheet.current) : null;
    const parts = range && extents.select(range.start, range.end);
    if (draft === null || parts === null) return;
    session.change({ parts: event.ctrlKey || event.metaKey ? extents.joined([...draft.parts, ...parts]) : parts });
    document.getSelection()?.removeAllRanges();
  };
  return (
    <div className="scroll" role="region" aria-label={t("label")} tabIndex={0}>
      <div className="sheet art" ref={sheet} dir={directionOf(article.language)} lang={article.language ?? undefined} onClick={pressed} onMouseUp={selected}>
        {article.blocks.map((block, i) => {
          if (block.kind === "chrome") return article.blocks[i - 1]?.kind === "chrome" ? null : <div key={block.ordinal} className="chrome hatch" lang="">{t("chrome")}</div>;
          const here = drawn.clusters.get(block.ordinal) ?? NONE;
          return (
            <Block
              key={block.ordinal} block={block} ranges={drawn.ranges.get(block.ordinal)} settled={drawn.settled.get(block.ordinal)} clusters={here} words={extents.words}
              currentKey={here.some(({ key }) => key === currentKey) ? currentKey : null}
              draft={draft?.parts.some((part) => part.start < block.end && block.start < part.end) ? draft.parts : undefined}
            />
          );
        })}
      </div>
      {children}
    </div>
  );
}

const NONE: readonly ShownCluster[] = [];
