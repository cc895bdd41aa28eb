import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import type { RichBlock, RichInline, RichText } from "@/lib/codebook/rich-text";

/** A rich text as elements. Words stay words: nothing in it is read as HTML, and links go to http or https only. */
export function RichTextView({ text, className }: { text: RichText; className?: string | undefined }) {
  return <div className={classNames("rich", className)}>{text.content.map((block, i) => <Block key={i} block={block} />)}</div>;
}

function Block({ block }: { block: RichBlock }) {
  if (block.type === "paragraph") return <p dir="auto">{(block.content ?? []).map((one, i) => <Inline key={i} one={one} />)}</p>;
  if (block.type === "blockquote") return <blockquote>{block.content.map((inner, i) => <Block key={i} block={inner} />)}</blockquote>;
  const List = block.type === "bulletList" ? "ul" : "ol";
  return <List>{block.content.map((item, i) => <li key={i}>{item.content.map((inner, j) => <Block key={j} block={inner} />)}</li>)}</List>;
}

function Inline({ one }: { one: RichInline }) {
  if (one.type === "hardBreak") return <br />;
  return (one.marks ?? []).reduce<ReactNode>((words, mark) => {
    if (mark.type === "link") return /^https?:\/\//i.test(mark.attrs.href) ? <a className="link" href={mark.attrs.href} target="_blank" rel="noopener noreferrer">{words}</a> : words;
    return mark.type === "bold" ? <strong>{words}</strong> : <em>{words}</em>;
  }, one.text);
}
