import { webAddress } from "@/lib/articles/provenance";

/** What the two windows say to each other. */
export type FromPage = { slantwise: "page"; token: string; url: string; title: string; html: string };
export type Ready = { slantwise: "ready"; token: string };

/**
 * The script of the bookmark: opens our page with a token of its own in the fragment, which no server sees, and
 * hands the page over to that window alone, once it has said the token. `blocked` is said where the browser opens no window.
 */
export function bookmarkletCode(origin: string, projectId: string, blocked: string): string {
  const to = JSON.stringify(`${origin}/p/${projectId}/articles/from-page#`);
  const code = `(function(){var o=${JSON.stringify(origin)},t=Array.prototype.map.call(crypto.getRandomValues(new Uint8Array(16)),function(b){return("0"+b.toString(16)).slice(-2)}).join(""),w=window.open(${to}+t);if(!w){alert(${JSON.stringify(blocked)});return}function h(e){if(e.source!==w||e.origin!==o||!e.data||e.data.slantwise!=="ready"||e.data.token!==t)return;removeEventListener("message",h);w.postMessage({slantwise:"page",token:t,url:location.href,title:document.title,html:document.documentElement.outerHTML},o)}addEventListener("message",h)})()`;
  return `javascript:${encodeURIComponent(code)}`;
}

/** A token as the bookmark makes it: 128 random bits in hexadecimal. */
export const isToken = (text: string): boolean => /^[0-9a-f]{32}$/u.test(text);

/** The most that is taken from a page, in bytes of UTF-8. */
export const MOST_BYTES = 50 * 1024 * 1024;

/** A page that was handed over, or why it is not taken. */
export type HandedOver = { readonly origin: string; readonly url: string; readonly title: string; readonly html: Blob } | { readonly refused: "not_a_page" | "other_page" | "too_large"; readonly origin: string };

/** Reads what a window handed over; null where it is no answer to our token. The origin is the browser's word, the rest is the page's. */
export function handedOver(data: unknown, origin: string, token: string): HandedOver | null {
  const said = data as Partial<FromPage> | null;
  if (typeof said !== "object" || said === null || said.slantwise !== "page" || said.token !== token) return null;
  const { url, title, html } = said;
  if (typeof url !== "string" || typeof title !== "string" || typeof html !== "string") return { refused: "not_a_page", origin };
  if (webAddress(url) === null) return { refused: "not_a_page", origin };
  if (new URL(url).origin !== origin) return { refused: "other_page", origin };
  const words = new Blob([html], { type: "text/html" });
  return words.size > MOST_BYTES ? { refused: "too_large", origin } : { origin, url, title: title.slice(0, 300), html: words };
}
