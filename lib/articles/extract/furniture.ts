import { chromeReason } from "./line-rules";
import { MARK } from "./markup";
import type { PageLine } from "./page-lines";
import type { BlockReason } from "./understood";

const BY_MARK: readonly (readonly [mark: number, reason: BlockReason])[] = [
  [MARK.cookie, "cookie_notice"], [MARK.switcher, "language_switcher"], [MARK.breadcrumb, "breadcrumb"], [MARK.comments, "comments"], [MARK.share, "share_links"], [MARK.ad, "advertisement"],
  [MARK.related, "related_articles"], [MARK.notice, "site_notice"], [MARK.nav, "navigation"], [MARK.button, "navigation"], [MARK.footer, "outside_article"], [MARK.bio, "outside_article"], [MARK.label, "outside_article"], [MARK.quiet, "outside_article"], [MARK.aside, "outside_article"],
];
/** All marks that stand for page furniture. */
export const FURNITURE = BY_MARK.reduce((sum, [mark]) => sum | mark, 0);

/** Why the markup makes a line page furniture, or null. `ignored` are marks that here stand for nothing. */
export function markedReason(line: PageLine, ignored: number): BlockReason | null {
  const marks = line.marks & ~ignored;
  return BY_MARK.find(([mark]) => (marks & mark) !== 0)?.[1] ?? null;
}

/** Why a line outside the article is where it is: by its words, by its markup, or only because it is outside. */
export function outsideReason(line: PageLine, ignored: number): BlockReason {
  const marked = markedReason(line, ignored);
  const sure = marked !== null && marked !== "outside_article";
  // Most lines of a page are menus and lists; their words need no look.
  const words = sure && !/©|copyright|rights reserved/iu.test(line.text) ? null : chromeReason(line.text);
  if (sure) return words === "copyright_line" ? words : marked;
  return words ?? "outside_article";
}
