import type { Fields } from "../formats/record";
import type { BlockKind } from "../blocks";
import type { Genre } from "../provenance";

/** Why a block was taken for what it is; the screens have a sentence for each. Null in a block stands for "an ordinary paragraph". */
export const BLOCK_REASONS = [
  "first_line", "page_heading", "title_tag", "byline_line", "byline_markup", "heading_markup", "short_line_heading", "list_markup", "bullet",
  "quotation_markup", "caption_markup", "caption_line", "embed_markup", "post_line", "breadcrumb", "outside_article", "navigation", "share_links",
  "related_articles", "comments", "language_switcher", "repeated_title", "cookie_notice", "site_notice", "teaser_list", "copyright_line", "advertisement", "date_line", "by_hand",
] as const;
export type BlockReason = (typeof BLOCK_REASONS)[number];

/** A block of the text (code points) with the reason for its kind. */
export type UnderstoodBlock = { readonly kind: BlockKind; readonly start: number; readonly end: number; readonly reason: BlockReason | null };

/** From what a value was read; `import` is what a person said of a whole import. */
export const EVIDENCE = ["import", "file", "schema_org", "opengraph", "meta", "canonical_link", "address", "page", "byline", "source_line", "dateline", "copyright_line", "breadcrumb", "words"] as const;
export type Evidence = (typeof EVIDENCE)[number];

/** A value with what it was read from: `quote` gives the words as they stand there. */
export type Proposal<T = string> = { readonly value: T; readonly from: Evidence; readonly quote: string };

/** What a person should look at before an article is added. `read_plainly`: the markup is broken or nested too deep, and the words were taken line by line. */
export const LOOKS = ["date_two_ways", "no_title", "little_text", "extractors_differ", "outlet_two_ways", "language_unclear", "odd_characters", "read_plainly"] as const;
export type Look = (typeof LOOKS)[number];

/** What a page or text was understood to be. Unknown stays null: nothing is invented. */
export type Understood = {
  readonly title: string;
  /** In canonical form; every line that is not blank is one block. */
  readonly text: string;
  readonly blocks: readonly UnderstoodBlock[];
  readonly byline: Proposal | null;
  /** Who first published the words: the name, or a registrable domain where only that is known. */
  readonly outlet: Proposal | null;
  readonly publisher: Proposal | null;
  /** YYYY-MM-DD; `others` holds the other ways to read the same words. */
  readonly publishedOn: (Proposal & { readonly others: readonly string[] }) | null;
  /** A language tag. */
  readonly language: Proposal | null;
  readonly url: Proposal | null;
  readonly genre: Proposal<Genre> | null;
  readonly looks: readonly Look[];
};

/** What is known before a page is read. */
export type Hints = {
  readonly url?: string | null;
  readonly fileName?: string | null;
  readonly fields?: Fields;
  /** Outlets that the project knows, to recognise by name, alias or domain. */
  readonly outlets?: readonly { readonly name: string; readonly aliases: readonly string[]; readonly domains: readonly string[] }[];
};
