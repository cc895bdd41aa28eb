import { TextIndex } from "@/lib/text/text-index";
import { codePoint } from "@/lib/text/units";

/** The sheet of the annotate screen, empty: both readers draw into the same frame, fonts and width. */
export function host(): HTMLElement {
  document.body.innerHTML = `<div class="screen annotate" style="block-size: 100vh"><div class="work"><aside class="pane left"></aside><section class="mid"><div class="toolbar"></div><div class="scroll"><div class="sheet art"><div class="host"></div></div></div></section><aside class="pane right"></aside></div></div>`;
  return document.querySelector<HTMLElement>(".host")!;
}

/** The blocks as elements, as the reader draws them, but for its editor. */
export function drawText(into: HTMLElement): HTMLElement {
  const { article, blocks } = window.article;
  const index = new TextIndex(article.text);
  const text = document.createElement("div");
  text.className = "reader ProseMirror";
  for (const [i, block] of blocks.entries()) {
    const element = document.createElement(i === 0 ? "h1" : "p");
    if (i > 0) element.className = "p";
    if (i > 0) element.dataset["no"] = String(i);
    element.textContent = index.slice(codePoint(block.start), codePoint(block.end));
    text.append(element);
  }
  into.append(text);
  return text;
}
