import { memo } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import { BLOCK_KINDS, type BlockKind } from "@/lib/articles/blocks";
import { KINDS } from "./kinds";
import { Masked } from "./masked";

/** A block with its words, as the screens show it. */
export type ShownBlock = { ordinal: number; kind: BlockKind; words: string };
/** What a person can say of a block; with `toEnd` of it and all behind it. */
export type OnKind = (ordinal: number, kind: BlockKind, toEnd: boolean) => void;

/** One block: its sign in the gutter (a menu where kinds can be changed) and its words as what they are. */
export const BlockView = memo(function BlockView({ block, opensChrome, onKind }: {
  block: ShownBlock;
  /** The first of a run of chrome, which says what it is. */
  opensChrome: boolean;
  onKind?: OnKind | undefined;
}) {
  const { icon, name } = KINDS[block.kind];
  const sign = onKind ? (
    <Menu className="bk btn quiet icon small" trigger={<Icon of={icon} />} label={`Block ${block.ordinal + 1}: ${name.toLowerCase()}. Change kind`} items={entries(block, onKind)} />
  ) : (
    <span className="bk" title={name}><Icon of={icon} label={name} /></span>
  );
  return <div className="blk" data-kind={block.kind}>{sign}<Words block={block} opensChrome={opensChrome} onKind={onKind} /></div>;
});

function Words({ block, opensChrome, onKind }: { block: ShownBlock; opensChrome: boolean; onKind?: OnKind | undefined }) {
  switch (block.kind) {
    case "chrome":
      return (
        <div className="chrome hatch">
          {opensChrome && (
            <span className="what">
              Page chrome: masked, not counted
              {onKind && <span className="push"><Button look="quiet" size="small" onClick={() => onKind(block.ordinal, "paragraph", false)}>Not chrome</Button></span>}
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

function entries(block: ShownBlock, onKind: OnKind): MenuEntry[] {
  const entry = (kind: BlockKind, toEnd: boolean): MenuEntry => ({
    label: toEnd ? (kind === "chrome" ? "All page chrome" : "All paragraphs") : KINDS[kind].name,
    icon: <Icon of={KINDS[kind].icon} size="s" />,
    current: !toEnd && kind === block.kind,
    onSelect: () => onKind(block.ordinal, kind, toEnd),
  });
  return [{ caption: "This block is" }, ...BLOCK_KINDS.map((kind) => entry(kind, false)), "rule", { caption: "From here to the end" }, entry("chrome", true), entry("paragraph", true)];
}
