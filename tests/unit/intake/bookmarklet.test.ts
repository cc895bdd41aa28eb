import { expect, it } from "vitest";
import { bookmarkletCode, handedOver, isToken, MOST_BYTES } from "@/components/intake/bookmarklet";

const TOKEN = "0123456789abcdef0123456789abcdef";
const page = { slantwise: "page", token: TOKEN, url: "https://tern.example/ferry?a=1#top", title: "Ferry", html: "<h1>Ferry é</h1>" };
const from = (data: unknown, origin = "https://tern.example") => handedOver(data, origin, TOKEN);

it("takes a page that answers our token, with the browser's word for where it comes from", () => {
  expect(from(page)).toMatchObject({ origin: "https://tern.example", url: page.url, title: "Ferry" });
  expect((from(page) as { html: Blob }).html.size).toBe(17);
});

it("hears nothing else", () => {
  for (const data of [null, undefined, 7, "page", {}, { ...page, token: "f".repeat(32) }, { ...page, token: undefined }, { ...page, slantwise: "ready" }]) expect(from(data)).toBeNull();
});

it("refuses what is no page, and a page that calls itself another", () => {
  for (const change of [{ url: 7 }, { html: null }, { title: {} }, { url: "javascript:alert(1)" }, { url: "file:///etc/passwd" }, { url: "https://user:word@tern.example/" }]) expect(from({ ...page, ...change })).toMatchObject({ refused: "not_a_page" });
  expect(from(page, "https://evil.example")).toMatchObject({ refused: "other_page", origin: "https://evil.example" });
  expect(from(page, "null")).toMatchObject({ refused: "other_page" });
  expect(from({ ...page, html: "é".repeat(MOST_BYTES / 2 + 1) })).toMatchObject({ refused: "too_large" });
});

it("knows its own tokens", () => {
  expect(isToken(TOKEN)).toBe(true);
  for (const text of ["", "0123", `${TOKEN}0`, TOKEN.toUpperCase(), "<script>"]) expect(isToken(text)).toBe(false);
});

it("is one script whatever stands in its words, and names our own address alone", () => {
  const code = decodeURIComponent(bookmarkletCode("https://desk.example", "0190-id", `No “window”; allow </script> pop-ups"`).replace(/^javascript:/u, ""));
  // A script that does not parse throws here; it is made, not run.
  expect(() => new Function(code)).not.toThrow();
  expect([...code.matchAll(/https?:\/\/[^"/]+/gu)].map(([address]) => address)).toEqual(["https://desk.example", "https://desk.example"]);
});
