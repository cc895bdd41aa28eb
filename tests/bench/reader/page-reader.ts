import "@/app/styles/app.css";
import "@/components/annotator/annotator.css";
import { SpeechTable } from "@/components/annotator/marking/speech-table";
import { Reader } from "@/components/annotator/reader/reader";
import type { AnnotateDocument, AnnotatorSpan } from "@/components/annotator/types";
import type { Translator } from "@/components/words/words";
import { type Bench, paintedWhen } from "./painted";
import { host } from "./sheet";

declare global {
  interface Window {
    /** The article, put there before the page's scripts run. */
    article: AnnotateDocument;
    bench: Bench;
  }
}

// The words that the reader says itself are not compared.
const t = ((key: string) => key) as unknown as Translator;
let spans = new Map<string, AnnotatorSpan>();
let reader: Reader;

const idsDrawn = (): Set<string> => {
  const ids = new Set<string>();
  for (const mark of document.querySelectorAll<HTMLElement>(".reader mark")) for (const id of mark.dataset["span"]?.split(" ") ?? []) ids.add(id);
  return ids;
};

window.bench = {
  visible() {
    const ids = new Set<string>();
    for (const mark of document.querySelectorAll<HTMLElement>(".reader mark")) {
      const { top, bottom } = mark.getBoundingClientRect();
      if (bottom > 0 && top < innerHeight) for (const id of mark.dataset["span"]?.split(" ") ?? []) ids.add(id);
    }
    return [...ids];
  },
  async open(awaited) {
    const { article, blocks, assignment } = window.article;
    spans = new Map(window.article.spans.map((span) => [span.id, span]));
    const begun = performance.now();
    reader = new Reader(host(), article, blocks, new SpeechTable(article.text, window.article.speech), assignment.blockOrdinals, { t, choosing: () => ({ grain: "word", beside: [] }), onEdge: () => undefined, onEdgeDrop: () => undefined, onChoice: () => undefined, onClick: () => undefined, onHover: () => undefined, onMore: () => undefined, onKey: () => false });
    reader.setSpans(spans);
    const painted = (await paintedWhen(() => { const ids = idsDrawn(); return awaited.every((id) => ids.has(id)); })) - begun;
    const all = (await paintedWhen(() => idsDrawn().size === spans.size)) - begun;
    return { painted, all };
  },
  async add() {
    const [like] = spans.values();
    const added: AnnotatorSpan = { ...like!, id: `00000000-0000-7000-9000-${String(spans.size).padStart(12, "0")}` };
    const begun = performance.now();
    spans = new Map(spans).set(added.id, added);
    reader.setSpans(spans);
    return (await paintedWhen(() => document.querySelector(`.reader mark[data-span~="${added.id}"]`) !== null)) - begun;
  },
};
