import type { BlockReason } from "./understood";
import { lineKey, SHORT } from "./line";
import { ADVERTISEMENTS, COMMENTS, HOMES, isLanguageName, NAVIGATION, RELATED, SHARING, TEASERS } from "./phrases";

/** What opens a part of the page that is not the article. */
export type Opener = "related_articles" | "teaser_list" | "comments";

/** The kind of list or form that a line opens ("You may also like"), or null. */
export function openerOf(text: string): Opener | null {
  const key = lineKey(text);
  if (key === "") return null;
  if (RELATED.has(key) || (!/[.!?]\s*$/u.test(text) && /^(?:more (?:from|on|about) .{1,60}|mehr (?:aus|von) .{1,40}|more .{1,30} news)$/u.test(key))) return "related_articles";
  if (TEASERS.has(key)) return "teaser_list";
  return COMMENTS.has(key) || /^(?:\d{1,6} (?:comments?|kommentare?|commentaires?|comentarios?)|(?:comments?|kommentare|commentaires|comentarios) ?\(?\d{1,6}|comments? on .{1,120}|leave a (?:comment|reply).{0,60})$/u.test(key) ? "comments" : null;
}

/** The breadcrumb's parts ("Home » News » Title"), or null for a line that is none. The last may be cut. */
export function breadcrumb(text: string): string[] | null {
  if (text.length > SHORT) return null;
  const parts = text.split(/\s*[»›→>]\s*|\s+[/|]\s+/u).map((part) => part.trim()).filter((part) => part !== "");
  if (parts.length < 2 || parts.length > 9) return null;
  return HOMES.has(lineKey(parts[0] ?? "")) ? parts : null;
}

const COPYRIGHT = /^(?:©|\(c\)\s|copyright\b|\u00a9)|^(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|جميع الحقوق محفوظة|تمامی حقوق)/iu;
const RESERVED = /(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|جميع الحقوق محفوظة)\.?$/iu;
const COOKIE = /\bcookies?\b/iu;
const CONSENT = /\b(?:we|this (?:web)?site|our (?:web)?site|accept|consent|policy|preferences|verwenden|akzeptieren|einwilligung|utilisons|utilise|accepter|utilizamos|aceptar|settings)\b/iu;
const NOTICE = /\b(?:sitewide notice|site-wide notice|our (?:free )?newsletter|your inbox|this (?:web)?site (?:uses|requires)|enable javascript|javascript is (?:disabled|required)|website['’]s visitors|visitors of (?:this|our) (?:web)?site|already (?:a|have a) (?:subscriber|subscription|member)|subscribe (?:to|now to) (?:continue|read|keep)|to continue reading|for subscribers only|unseren newsletter|weiterlesen mit|bereits abonnent|nur für abonnenten|déjà abonné|réservé aux abonnés|notre newsletter|nuestro boletín)\b/iu;
const COUNTS = /^(?:\d{1,5} (?:min(?:ute)?s? read|shares?|views?|likes?|min\.? lesezeit|minuten lesezeit|min de lecture)|(?:reading time|lesezeit|temps de lecture|estimated reading time)\b.{0,30})$/iu;
const TAGS = /^(?:(?:tags?|topics?|categories|category|schlagwörter|themen|mots-clés|etiquetas|الوسوم|برچسب‌ها)\s?:\s?.{1,200}|(?:tagged(?: with)?|filed under|posted in)\s?:?\s[^.!?]{1,80})$/iu;
const FURTHER = /^(?:read (?:also|more|next)|also read|see also|more|lesen sie auch|mehr dazu|lire aussi|à lire aussi|lea también|leggi anche|leia também|related|watch|listen|اقرأ أيض[اً]{1,2}|بیشتر بخوانید)\s?[:|]\s?\S/iu;
const FOLLOW = /^(?:follow .{1,60} on (?:facebook|twitter|x|instagram|telegram|whatsapp|youtube)|share (?:this )?(?:on|via|with) .{1,40}|click here to .{1,80}|sign up (?:for|to) .{1,100}|subscribe to .{1,100}|download our app.{0,60})$/iu;

/** Why a short line is page furniture by its words alone, or null. Reads at most `SHORT` characters. */
export function chromeReason(text: string): BlockReason | null {
  if (text.length > SHORT) return null;
  const key = lineKey(text);
  if (key === "") return "outside_article";
  if (NAVIGATION.has(key)) return "navigation";
  if (SHARING.has(key) || FOLLOW.test(text)) return "share_links";
  if (ADVERTISEMENTS.has(key)) return "advertisement";
  const opener = openerOf(text);
  if (opener !== null) return opener;
  if (breadcrumb(text) !== null) return "breadcrumb";
  if (isSwitcher(text)) return "language_switcher";
  if (COPYRIGHT.test(text) || RESERVED.test(text)) return "copyright_line";
  if (COOKIE.test(text) && CONSENT.test(text) && text.length < 300 && /^(?:we|this|our|by|wir|diese|nous|ce|cookie|accept|manage|utilizamos|este)/iu.test(text)) return "cookie_notice";
  if (NOTICE.test(text)) return "site_notice";
  if (COUNTS.test(text) || TAGS.test(text)) return "outside_article";
  return FURTHER.test(text) ? "related_articles" : inARow(text);
}

const SEVERAL = /[|•·/,]|\s{2}/u;

/** "Share | Tweet | Print": several labels in one line. */
function inARow(text: string): BlockReason | null {
  if (!SEVERAL.test(text)) return null;
  const parts = text.split(/\s*[|•·/]\s*|\s{2,}/u).map(lineKey).filter((part) => part !== "");
  if (parts.length < 2) return null;
  if (parts.every((part) => SHARING.has(part))) return "share_links";
  return parts.every((part) => NAVIGATION.has(part) || SHARING.has(part)) ? "navigation" : null;
}

function isSwitcher(text: string): boolean {
  if (text.length > 120) return false;
  if (!SEVERAL.test(text)) return isLanguageName(lineKey(text));
  const parts = text.split(/\s*[|•·/,]\s*|\s{2,}/u).map(lineKey).filter((part) => part !== "");
  return parts.length > 0 && parts.every(isLanguageName);
}

const POST_LINK = /(?:pic\.twitter\.com\/|https?:\/\/t\.co\/)\S{1,40}\s*$/u;
const SIGNED = /^[—–-]\s?[^@]{1,160}\(@\w{1,40}\)/u;
const SHARED = /^(?:a (?:post|video|photo) shared by .{1,100}|view this post on instagram|view (?:this )?(?:post|tweet) on (?:x|twitter|facebook|bluesky|threads)|sieh dir diesen beitrag auf instagram an|voir cette publication sur instagram)\.?$/iu;

/** How a line belongs to a post that a page shows whole: its words, its signature, or null. */
export function postPart(text: string): "words" | "signature" | null {
  if (text.length > 2 * SHORT) return null;
  if (SIGNED.test(text.slice(0, 260)) && /\d{4}\s*$/u.test(text.slice(-12))) return "signature";
  return POST_LINK.test(text.slice(-120)) || SHARED.test(text) ? "words" : null;
}
