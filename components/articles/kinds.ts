import { CircleSlash, Heading1, Heading2, Image, List, MessageSquare, Pilcrow, Quote, UserRound, type LucideIcon } from "lucide-react";
import type { BlockKind } from "@/lib/articles/blocks";

/** How a kind of block is drawn. */
export const KINDS: Readonly<Record<BlockKind, LucideIcon>> = {
  headline: Heading1,
  byline: UserRound,
  heading: Heading2,
  paragraph: Pilcrow,
  list_item: List,
  quotation: Quote,
  caption: Image,
  embed: MessageSquare,
  chrome: CircleSlash,
};
