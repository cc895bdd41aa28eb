"use client";

import { CircleSlash } from "lucide-react";
import { memo } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import { BLOCK_KINDS, type BlockKind } from "@/lib/articles/blocks";
import type { BlockReason } from "@/lib/articles/extract/understood";
import { KINDS } from "./kinds";
import { Masked } from "./masked";

/** A block with its words, as the screens show it. */
export type ShownBlock = { ordinal: number; kind: BlockKind; words: string; reason?: BlockReason | null | undefined };
/** What a person can say of a block; with `toEnd` of it and all behind it. */
export type OnKind = (ordinal: number, kind: BlockKind, toEnd: boolean) => void;

/** One block: its sign in the gutter (a menu where kinds can be changed) and its words as what they are. */
export const BlockView = memo(function BlockView({ block, opensChrome, onKind }: {
  block: ShownBlock;
  /** The first of a run of chrome for one reason, which says what it is and why. */
  opensChrome: boolean;
  onKind?: OnKind | undefined;
}) {
  const t = useTranslations("articles.blocks");
  const names = useTranslations("names");
  const icon = KINDS[block.kind];
  const name = names(`kinds.${block.kind}`);
  const entry = (kind: BlockKind, toEnd: boolean): MenuEntry => ({
    label: toEnd ? t(kind === "chrome" ? "allChrome" : "allParagraphs") : names(`kinds.${kind}`),
    icon: <Icon of={KINDS[kind]} size="s" />,
    current: !toEnd && kind === block.kind,
    onSelect: () => onKind?.(block.ordinal, kind, toEnd),
  });
  const why: MenuEntry[] = block.reason ? [{ caption: t(`reasons.${block.reason}`) }, "rule"] : [];
  const entries = (): MenuEntry[] => [...why, { caption: t("is") }, ...BLOCK_KINDS.map((kind) => entry(kind, false)), "rule", { caption: t("toEnd") }, entry("chrome", true), entry("paragraph", true)];
  const sign = onKind ? (
    <Menu className="bk btn quiet icon small" trigger={<Icon of={icon} />} label={t("change", { n: block.ordinal + 1, kind: names(`kindsInside.${block.kind}`) })} items={entries()} />
  ) : (
    <span className="bk" title={block.reason ? `${name}: ${t(`reasons.${block.reason}`)}` : name}><Icon of={icon} label={name} /></span>
  );
  return <div id={`block-${block.ordinal}`} className="blk" data-kind={block.kind}>{sign}<Words block={block} opensChrome={opensChrome} onKind={onKind} /></div>;
});

function Words({ block, opensChrome, onKind }: { block: ShownBlock; opensChrome: boolean; onKind?: OnKind | undefined }) {
  const t = useTranslations("articles.blocks");
  switch (block.kind) {
    case "chrome":
      return (
        <div className="chrome hatch">
          {opensChrome && (
            <span className="what">
              <Icon of={CircleSlash} size="s" /><span>{t("chrome")}{block.reason && <span className="why">{t(`reasons.${block.reason}`)}</span>}</span>
              {onKind && <span className="push"><Button look="quiet" size="small" onClick={() => onKind(block.ordinal, "paragraph", false)}>{t("notChrome")}</Button></span>}
            </span>
          )}
          <Masked text={block.words} />
        </div>
      );
    case "headline":
      return <h3><Masked text={block.words} /></h3>;
    case "heading":
      return <h4><Masked text={block.words} /></h4>;
    case "quotation":
    case "embed":
      return <blockquote className="said"><p><Masked text={block.words} /></p></blockquote>;
    case "byline":
    case "caption":
      return <p className="small-print"><Masked text={block.words} /></p>;
    default:
      return <p><Masked text={block.words} /></p>;
  }
}
