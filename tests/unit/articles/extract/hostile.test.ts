import { describe, expect, it } from "vitest";
import { chromeReason, openerOf, postPart, breadcrumb } from "@/lib/articles/extract/line-rules";
import { domainIn, readByline, readCopyright, readDatedName, readDateline, readSourceLine } from "@/lib/articles/extract/credits";
import { isDateLine, readDay } from "@/lib/articles/extract/dates";
import { isCaption, isHeading, isItem } from "@/lib/articles/extract/shapes";
import { MAX_PAGE, understand } from "@/lib/articles/extract/understand";

const BODY = `<p>${"The ferry stops in winter, the harbour board said on Friday. ".repeat(20)}</p>`;
const page = (html: string) => understand({ kind: "html", html }, {});
const textOf = (html: string): string => {
  const result = page(html);
  if (!result.ok) throw new Error(result.error.message);
  return result.value.text;
};

describe("a page made to break its reader", () => {
  it("is refused by its size, with the limit", () => {
    const result = page("<p>" + "a".repeat(50_000_000));
    expect(result.ok ? "" : result.error.message).toContain(MAX_PAGE.toLocaleString("en"));
  });

  it.each([
    ["100,000 nested elements", `${"<div>".repeat(100_000)}The ferry stops.${"</div>".repeat(100_000)}`],
    ["100,000 elements that nobody closes", `${"<section><b>".repeat(50_000)}The ferry stops.`],
    ["an attribute of a million characters", `<div class="${"a b ".repeat(250_000)}">The ferry stops.</div>`],
    ["an attribute without an end", `<p>The ferry stops.</p><div title="${"x".repeat(1_000_000)}`],
    ["nested tables and lists", `${"<table><tr><td><ul><li>".repeat(20_000)}The ferry stops.`],
    ["100,000 paragraphs that nobody closes", `<p>The ferry stops.${"<p><a href=x>".repeat(20_000)}`],
    ["scripts that nobody closes", `<p>The ferry stops.</p>${"<script>".repeat(100_000)}`],
    ["half a million angle brackets", `<p>The ferry stops.</p>${"<".repeat(500_000)}`],
    ["comments that nobody closes", `<p>The ferry stops.</p>${"<!--".repeat(200_000)}`],
    ["50 KB in 590 nested elements", `<p>The ferry stops.${"<div>".repeat(590)}${`<p>${"The board met again. ".repeat(50)}</p>`.repeat(50)}`],
    ["590 nested elements in what nobody sees", `<p>The ferry stops.</p><object>${"<div>".repeat(590)}${`<p>${"The board met again. ".repeat(50)}</p>`.repeat(50)}</object>`],
    ["590 nested elements alone", `<p>The ferry stops.${"<div>".repeat(590)}x`],
    ["elements that hide their depth", `<p>The ferry stops.${"<div itemprop=author></x>".repeat(20_000)}`],
    ["1.9 MB in 590 nested authors", `<p>The ferry stops.${'<div itemprop="author">'.repeat(590)}${`<p>${"The board met again. ".repeat(50)}</p>`.repeat(1_800)}`],
    ["1,800 authors in 590 nested elements", `<p>The ferry stops.${"<div>".repeat(590)}${`<p itemprop="author">${"The board met again. ".repeat(50)}</p>`.repeat(1_800)}`],
    ["names of what objects inherit", `${"<div>".repeat(700)}<constructor><p role="constructor">The ferry stops.</p></constructor><toString>`],
    ["endless data about itself", `<script type="application/ld+json">${"[".repeat(200_000)}${"]".repeat(200_000)}</script><p>The ferry stops.</p>`],
  ])("keeps its words: %s", (_, html) => expect(textOf(html)).toContain("The ferry stops."));

  it("tells that it was read line by line where the markup is nested too deep", () => {
    const result = page(`${"<div>".repeat(5_000)}${BODY}`);
    expect(result.ok && result.value.looks).toContain("read_plainly");
  });

  it.each([["\u0000", 5], ["\ud800", 5]])("is refused with the byte of a character that cannot be stored", (character, byte) => {
    const result = page(`<p>é${character}</p>`);
    expect(result.ok ? null : result.error.byte).toBe(byte);
  });

  it("is refused when it shows no words", () => expect(page("<html><head><title>Nothing</title></head><body><img src=x></body></html>").ok).toBe(false));
});

describe("scripts in a page", () => {
  it.each([
    `<script>alert("x")</script>${BODY}`,
    `<img src=x onerror="alert('x')">${BODY}`,
    `<svg onload="alert('x')"><text>alert</text></svg>${BODY}`,
    `<noscript><p title="</noscript><img src=x onerror=alert('x')>"></noscript>${BODY}`,
    `<svg></p><style><a id="</style><img src=1 onerror=alert('x')>">${BODY}`,
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert('x')&gt;">${BODY}`,
    `<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert('x')></style></mglyph></form></mtext></math></form>${BODY}`,
    `<template><script>alert("x")</script></template>${BODY}`,
    `<iframe srcdoc="<script>alert('x')</script>"></iframe>${BODY}`,
    `<a href="javascript:alert('x')">Follow</a>${BODY}`,
    `<style>@import "x"; a{content:"alert('x')"}</style>${BODY}`,
  ])("gives nothing but words: %s", (html) => {
    const text = textOf(`<html><head><title>Ferry</title></head><body><h1>Ferry</h1>${html}</body></html>`);
    expect(text).toContain("The ferry stops in winter");
    // What a browser would show as words is words here, too; an element or a handler never is one.
    expect(text).not.toMatch(/<(?:script|img|svg|iframe|style)|onerror=alert\('x'\)>?$/u);
  });

  it("in names and titles stay words", () => {
    const result = page(`<html><head><title>A &lt;script&gt;alert(1)&lt;/script&gt;</title><meta name="author" content="&lt;img src=x onerror=alert(1)&gt; Ada Quill"></head><body><h1>A &lt;b&gt;title&lt;/b&gt;</h1>${BODY}</body></html>`);
    expect(result.ok && result.value.title).toBe("A <b>title</b>");
    expect(result.ok && result.value.byline?.value).toBe("Ada Quill");
  });
});

/** So much more may a text of twice the length take, whatever the machine does meanwhile. */
const LONGEST_MS = 20_000;

describe("words made to stop a rule", () => {
  const MILLION = 1_000_000;
  const fill = (unit: string): string => unit.repeat(Math.ceil(MILLION / unit.length));
  const texts = [" ", "a", "A ", "Home » ", "By A ", "© ", "1/1/", "(a", "— @a ", "…", ". ", "«", "ا ", "Source: ", "a\u00a0", "| ", "The A of ", "\t", "10 May 2024 "].map(fill);

  it.each(texts.map((text) => [JSON.stringify(text.slice(0, 12)), text]))("is read to its end: %s", (_, text) => {
    const rules = [chromeReason, openerOf, postPart, breadcrumb, domainIn, readByline, readCopyright, readDateline, readSourceLine, isHeading, isItem, (line: string) => readDatedName(line, () => true), (line: string) => readDay(line, "en"), (line: string) => isDateLine(line, "en"), (line: string) => isCaption(line, true), (line: string) => readByline(line, true)];
    for (const length of [160, 239, 300, 400, text.length]) for (const rule of rules) rule(text.slice(0, length));
    const lines = text.replace(/(.{97})/gsu, "$1\n");
    for (const content of [`Title\n\n${text}`, `Title\n\n${lines}`]) understand({ kind: "text", text: content }, { outlets: [{ name: "A", aliases: ["a b"], domains: ["a.example"] }] });
    understand({ kind: "html", html: `<title>${text.slice(0, 100_000)}</title><h1>${text}</h1><p>${lines.slice(0, 100_000).replaceAll("\n", "<br>")}` }, {});
  }, LONGEST_MS);
});
