import { CircleSlash, Heading1, Heading2, Image, List, MessageSquare, Pilcrow, Quote, UserRound, type LucideIcon } from "lucide-react";
import type { BlockKind } from "@/lib/articles/blocks";

/** How a kind of block is drawn and called. */
export const KINDS: Readonly<Record<BlockKind, { icon: LucideIcon; name: string }>> = {
  headline: { icon: Heading1, name: "Headline" },
  byline: { icon: UserRound, name: "Byline" },
  heading: { icon: Heading2, name: "Heading" },
  paragraph: { icon: Pilcrow, name: "Paragraph" },
  list_item: { icon: List, name: "List item" },
  quotation: { icon: Quote, name: "Quotation" },
  caption: { icon: Image, name: "Caption" },
  embed: { icon: MessageSquare, name: "Embedded post" },
  chrome: { icon: CircleSlash, name: "Page chrome" },
};
