import { useMemo } from "react";
import { readMarkdown } from "@/lib/codebook/markdown";
import { RichTextView } from "./rich-text-view";

/** A note in light Markdown as elements; see `RichTextView`. */
export function MarkdownView({ text, className }: { text: string; className?: string | undefined }) {
  const read = useMemo(() => readMarkdown(text), [text]);
  return <RichTextView text={read} className={className} />;
}
