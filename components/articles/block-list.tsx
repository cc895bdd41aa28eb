"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { BlockView, type OnKind, type ShownBlock } from "./block-view";

const STEP = 100;

/** The text of an article block by block. Long articles are shown in steps, so that a page with 50,000 lines opens too. */
export function BlockList({ blocks, language, label, onKind }: {
  blocks: readonly ShownBlock[];
  language: string | null;
  label: string;
  /** Where kinds can be changed. */
  onKind?: OnKind | undefined;
}) {
  const t = useTranslations("articles.blocks");
  const [shown, setShown] = useState(STEP);
  const left = blocks.length - shown;
  return (
    <div className="doc" role="group" aria-label={label} dir="auto" {...(language === null ? {} : { lang: language })}>
      {blocks.slice(0, shown).map((block, at) => (
        <BlockView key={block.ordinal} block={block} opensChrome={block.kind === "chrome" && (blocks[at - 1]?.kind !== "chrome" || blocks[at - 1]?.reason !== block.reason)} onKind={onKind} />
      ))}
      {left > 0 && (
        <p className="wrap">
          <Button size="small" onClick={() => setShown(shown + 5 * STEP)}>{t("showMore", { n: Math.min(left, 5 * STEP) })}</Button>
          <span className="x12">{t("notShown", { n: left, of: blocks.length })}</span>
        </p>
      )}
    </div>
  );
}
