// What the elements of pages mean, by tag, role and the words of class and id.

/** Marks that an element gives to all text inside it; one bit each. */
export const MARK = {
  link: 1 << 0, nav: 1 << 1, footer: 1 << 2, aside: 1 << 3, related: 1 << 4, comments: 1 << 5, share: 1 << 6, cookie: 1 << 7, ad: 1 << 8, switcher: 1 << 9,
  notice: 1 << 10, breadcrumb: 1 << 11, embed: 1 << 12, quote: 1 << 13, caption: 1 << 14, item: 1 << 15, byline: 1 << 16, date: 1 << 17, bio: 1 << 18, button: 1 << 19, label: 1 << 20, lead: 1 << 21, figure: 1 << 22, quiet: 1 << 23,
} as const;

/** Elements whose words nobody sees. */
export const UNSEEN: ReadonlySet<string> = new Set(["script", "style", "template", "noscript", "iframe", "desc", "metadata", "defs", "symbol", "annotation", "annotation-xml", "canvas", "object", "embed", "audio", "video", "input", "textarea", "select", "datalist", "area", "map", "frameset", "noframes", "noembed", "title", "meta", "link", "amp-ad", "amp-analytics"]);

const BLOCKS: ReadonlySet<string> = new Set(
  "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre section summary table tbody td tfoot th thead tr ul amp-carousel amp-accordion".split(" "),
);
/** True for elements that begin and end a line. */
export const isBlock = (tag: string): boolean => BLOCKS.has(tag);

const TAGS: ReadonlyMap<string, number> = new Map(Object.entries({
  a: MARK.link, nav: MARK.nav, footer: MARK.footer, aside: MARK.aside, blockquote: MARK.quote, q: 0, figcaption: MARK.caption, figure: MARK.figure, li: MARK.item, dt: MARK.item, dd: MARK.item, time: MARK.date, button: MARK.button, form: MARK.quiet, dialog: MARK.notice,
  "amp-sidebar": MARK.nav, "amp-consent": MARK.cookie,
}));

const word = (words: string): RegExp => new RegExp(`(?:^|[\\s_-])(?:${words})(?:$|[\\s_-])`, "u");

/** In this order; an element can be several. */
const NAMED: readonly (readonly [mark: number, names: RegExp])[] = [
  [MARK.embed, word("twitter-tweet|tweet|twitter-video|instagram-media|tiktok-embed|fb-post|fb-video|bluesky-embed|mastodon-embed|reddit-embed|reddit-embed-bq|reddit-card|telegram-post|embedded-post|social-embed|post-embed|threads-embed|text-post-media")],
  [MARK.breadcrumb, word("breadcrumbs?|crumbs|yoast-breadcrumbs?")],
  [MARK.switcher, word("language-(?:switcher|selector|menu|list|chooser)|lang-(?:switcher|selector|menu|list|item)|languages?|wpml-ls|polylang|sprachen|langs")],
  [MARK.cookie, word("cookies?|cookie-?(?:banner|notice|bar|consent|wall|law)|consent|gdpr|cmp|onetrust|cookiebot")],
  [MARK.share, word("share|sharing|shares|share-?(?:bar|buttons?|tools|links|this)|social|social-?(?:links|media|share|icons|bar|buttons)|sharedaddy|addtoany|teilen|partage")],
  [MARK.comments, word("comments|comment-?(?:list|respond|form|section|area|body|content|thread)|respond|disqus|disqus-thread|kommentare|commentaires|reader-comments")],
  [MARK.related, word("related|related-?(?:posts|articles|stories|content|news|links|topics|list)|yarpp|yarpp-related|jp-relatedposts|recommended|recommendations?|more-?(?:stories|news|articles|posts|from|on|like-this|like)|read-?(?:next|more|also)|also-?(?:like|read)|most-?(?:read|popular|viewed|shared)|popular|popular-posts|trending|outbrain|taboola|teasers?|teaser-?(?:list|box|grid|item)|promo|up-next|next-?(?:story|article|post)|infinite-(?:feed|list)|latest-?(?:news|posts|articles|stories)|recent-?posts|headlines|mehr-zum-thema|meistgelesen|lire-aussi|rel-links")],
  [MARK.ad, word("ads?|adverts?|advertisement|advertising|adsbygoogle|ad-?(?:slot|unit|container|wrapper|label)|sponsored|sponsor|anzeige|werbung|publicite")],
  [MARK.notice, word("newsletter|newsletter-?(?:signup|box|form|promo)|subscribe|subscription|signup|sign-up|paywall|regwall|piano|notice|site-?notice|alert-?bar|support-us|donate|donation|membership|promo-?box|app-promo|offer|login-wall|abo-?(?:box|hinweis)")],
  [MARK.bio, word("author-?(?:bio|box|info|description|card|profile|about)|about-?(?:the-)?author|bio|contributor-?bio")],
  [MARK.nav, word("nav|navbar|navigation|menu|main-?menu|top-?bar|site-?(?:header|nav|branding|title|logo|description)|masthead|pagination|pager|toc|table-of-contents|skip-?link|skiplinks?|screen-reader-text|sr-only|sidebar|widget|widget-area|toolbar|tools|search|search-?form|logo")],
  [MARK.footer, word("footer|site-?(?:footer|info)|colophon|copyright|legal|imprint|impressum|page-?footer")],
  [MARK.caption, word("wp-caption-text|caption|captions|image-?caption|photo-?caption|img-?caption|media-?caption|figure-?caption|gallery-?caption|picture-?caption|legende|bildunterschrift|bu|photo-?credit|image-?credit|credit")],
  [MARK.byline, word("byline|by-line|by|author|authors|author-?(?:name|link|names)|autor|autoren|auteur|writer|entry-author|post-author|article-author|article-byline|byline-name|reporter|contributor-?name|vcard|nevisande|kateb")],
  [MARK.date, word("date|dates|pubdate|pub-?date|publish(?:ed)?-?(?:date|time|at|on)?|posted-on|entry-date|post-date|article-?date|timestamp|time|updated|dateline-time|datum|post-time|meta-date|tarikh")],
  [MARK.label, word("kicker|eyebrow|overline|section-?(?:name|label|tag)|category|categories|cat-links|tags?|tag-?(?:list|links|cloud)|topics?|post-?tags|rubrik|dachzeile|reading-time|read-time|views?|counter|rating|flag|badge")],
  [MARK.lead, word("standfirst|deck|dek|subtitle|sub-?title|sub-?head(?:line)?|subheading|lede|lead|intro|summary|excerpt|abstract|article-?(?:summary|intro|lead|teaser|description)|chapo|vorspann|entradilla|strapline|strap")],
];

/** Roles of ARIA and what they stand for. */
const ROLES: ReadonlyMap<string, number> = new Map(Object.entries({ navigation: MARK.nav, banner: 0, contentinfo: MARK.footer, complementary: MARK.aside, search: MARK.nav, button: MARK.button, dialog: MARK.notice, alertdialog: MARK.notice, menu: MARK.nav, menubar: MARK.nav }));
/** Wide elements, whose class lists tell of the whole page ("has-sidebar", "tag-harbour"). */
const WIDE: ReadonlySet<string> = new Set(["html", "body", "main", "article"]);
const known = new Map<string, number>();

/**
 * The marks of an element.
 * @param names class and id as they stand there; only the first 200 characters are read
 */
export function marksOf(tag: string, names: string, role: string, property: string, rel: string): number {
  let marks = TAGS.get(tag) ?? 0;
  if (role !== "") marks |= ROLES.get(role) ?? 0;
  if (property !== "") marks |= property === "author" ? MARK.byline : /^date(?:Published|Modified|Created)$/u.test(property) ? MARK.date : property === "caption" ? MARK.caption : 0;
  if (rel === "author") marks |= MARK.byline;
  return names === "" || WIDE.has(tag) ? marks : marks | named(names);
}

function named(names: string): number {
  const key = names.slice(0, 200).toLowerCase();
  const before = known.get(key);
  if (before !== undefined) return before;
  let marks = 0;
  for (const [mark, pattern] of NAMED) if (pattern.test(key)) marks |= mark;
  // Sites have few names and use them often; what a hostile page makes up is not kept for ever.
  if (known.size > 5_000) known.clear();
  known.set(key, marks);
  return marks;
}
