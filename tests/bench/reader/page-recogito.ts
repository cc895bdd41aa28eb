import "@/app/styles/app.css";
import "@/components/annotator/annotator.css";
import "@recogito/text-annotator/text-annotator.css";
import { createTextAnnotator, type TextAnnotation, type TextAnnotator } from "@recogito/text-annotator";
import { TextIndex } from "@/lib/text/text-index";
import { codePoint } from "@/lib/text/units";
import { paintedWhen } from "./painted";
import { drawText, host } from "./sheet";

let annotator: TextAnnotator;
let annotations: TextAnnotation[] = [];

/** Spans in the terms of the other program: UTF-16 of what stands in the elements. */
function annotationsOf(): TextAnnotation[] {
  const { article, blocks, spans } = window.article;
  const index = new TextIndex(article.text);
  const before = new Map<number, number>();
  let sum = 0;
  for (const block of blocks) {
    before.set(block.ordinal, sum - index.toUtf16(codePoint(block.start)));
    sum += index.toUtf16(codePoint(block.end)) - index.toUtf16(codePoint(block.start));
  }
  let at = 0;
  return spans.map(({ id, parts: [part] }) => {
    while (blocks[at + 1] !== undefined && blocks[at + 1]!.start <= part!.start) at += 1;
    const shift = before.get(blocks[at]!.ordinal)!;
    const [start, end] = [index.toUtf16(codePoint(part!.start)) + shift, index.toUtf16(codePoint(part!.end)) + shift];
    return { id, bodies: [], target: { annotation: id, selector: [{ start, end, quote: part!.quote }] } } as unknown as TextAnnotation;
  });
}

const layer = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(".r6o-span-highlight-layer .r6o-annotation")];

window.bench = {
  visible: () => [...new Set(layer().flatMap((mark) => {
    const { top, bottom } = mark.getBoundingClientRect();
    return bottom > 0 && top < innerHeight ? [mark.dataset["annotation"]!] : [];
  }))],
  async open(awaited) {
    annotations = annotationsOf();
    // It reports every drawing to the console, which would be measured too.
    console.log = () => undefined;
    const begun = performance.now();
    const text = drawText(host());
    annotator = createTextAnnotator(text, { renderer: "SPANS", style: { fill: "#0072b2", fillOpacity: 0.2, underlineColor: "#0072b2", underlineThickness: 2, underlineOffset: 2 } });
    annotator.setAnnotations(annotations);
    const painted = (await paintedWhen(() => { const ids = new Set(layer().map((mark) => mark.dataset["annotation"])); return awaited.every((id) => ids.has(id)); })) - begun;
    return { painted, all: painted };
  },
  async add() {
    const like = annotations[0]!;
    const id = `added-${annotations.length}`;
    const added = { ...like, id, target: { ...like.target, annotation: id } } as TextAnnotation;
    annotations.push(added);
    const begun = performance.now();
    annotator.addAnnotation(added);
    return (await paintedWhen(() => document.querySelector(`[data-annotation="${id}"]`) !== null)) - begun;
  },
};
