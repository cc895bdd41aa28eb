"use client";

import { Masked } from "@/components/articles/masked";
import { classNames } from "@/components/ui/class-names";
import { GLYPH_CLASS } from "@/components/ui/framing-glyph";
import type { SpanPart } from "@/lib/annotations/span";
import type { Framing } from "@/lib/codebook/framing";

/** How many code points stand beside the words of a cluster. */
const AROUND = 24;

type Words = (start: number, end: number) => string;

/** The words of a cluster with a few around them, and one version of the mark drawn in them. */
export function WordsCell({ parts, framing, around, length, words }: { parts: readonly SpanPart[]; framing: Framing; around: { readonly start: number; readonly end: number }; /** Of the article, in code points. */ length: number; words: Words }) {
  const start = Math.min(around.start, parts[0]?.start ?? around.start);
  const end = Math.max(around.end, parts.at(-1)?.end ?? around.end);
  const before = opening(words(Math.max(0, start - AROUND), start), start > AROUND);
  const after = closing(words(end, Math.min(length, end + AROUND)), end + AROUND < length);
  const pieces = parts.map((part, i) => (
    <span key={part.start}>
      <Masked text={words(i === 0 ? start : (parts[i - 1]?.end ?? start), part.start)} />
      <mark className={classNames("m own", GLYPH_CLASS[framing])}><span className={classNames("u l1", GLYPH_CLASS[framing])}><Masked text={part.quote} /></span></mark>
    </span>
  ));
  return <span dir="auto"><Masked text={before} />{pieces}<Masked text={words(parts.at(-1)?.end ?? end, end)} /><Masked text={after} /></span>;
}

/** What stands before, from a whole word of the same line on. */
function opening(text: string, isCut: boolean): string {
  const line = text.slice(text.lastIndexOf("\n") + 1);
  return line === text && isCut ? `…${line.slice(line.indexOf(" ") + 1)}` : line;
}

/** What stands behind, up to a whole word of the same line. */
function closing(text: string, isCut: boolean): string {
  const [line = ""] = text.split("\n");
  return line === text && isCut ? `${line.slice(0, Math.max(0, line.lastIndexOf(" ")))}…` : line;
}
