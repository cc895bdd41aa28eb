import { splitBlocks } from "@/lib/articles/blocks";
import { snapsOf } from "@/lib/articles/reading";
import type { AnnotateDocument, AnnotatorSpan } from "@/components/annotator/types";
import { annotateDocument } from "@/tests/unit/annotator/articles";
import { newsText, wordsOf } from "../text";

/** An article with spans, as both readers get it. */
export interface Size {
  readonly name: string;
  readonly characters: number;
  readonly spans: number;
  /** The whole text is one paragraph. */
  readonly oneParagraph?: boolean;
}

const FRAMINGS = ["advocacy", "neutral", "critical"] as const;

/** The document that the annotate screen opens, with `spans` of two to seven words spread evenly, so that some overlap where they are many. */
export function documentOf({ characters, spans, oneParagraph = false }: Size): AnnotateDocument {
  const words = newsText(characters, 2);
  const text = oneParagraph ? words.replaceAll("\n", " ") : words;
  const places = wordsOf(text);
  const points = [...text];
  const step = places.length / Math.max(1, spans);
  const made = Array.from({ length: spans }, (_, n): AnnotatorSpan => {
    const from = Math.floor(n * step);
    const start = places[from]!.start;
    // A span stays in its paragraph.
    const within = places.slice(from, from + 2 + (n % 6)).filter(({ start: at }) => !points.slice(start, at).includes("\n"));
    const end = within.at(-1)!.end;
    return {
      id: `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`, version: 1, parts: [{ start, end, quote: points.slice(start, end).join("") }], targetId: "t1",
      framing: FRAMINGS[n % 3]!, voice: "own", attribution: null, directness: "direct", device: null, confidence: null, note: "", labelIds: [],
    };
  });
  return annotateDocument({
    article: { ...annotateDocument().article, text, ...snapsOf(text, splitBlocks(text), "en") },
    blocks: splitBlocks(text),
    targets: [{ id: "t1", name: "Town council", isFocus: true }, { id: "t2", name: "Mayor", isFocus: false }],
    spans: made,
  });
}
