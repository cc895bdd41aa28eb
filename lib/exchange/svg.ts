import { cornersOf, type Figure, pointsOf, round, type Shape } from "@/lib/figures/shape";
import { FONTS, PAPER, stylesOf } from "./svg-styles";

/** What stands around a figure in a file. `facts` are name and value: what was chosen, n, method, data version, date. */
export type FileWords = { readonly title: string; readonly description: string; /** Lines below the figure. */ readonly foot: readonly string[]; readonly facts: readonly (readonly [string, string])[] };

const MARGIN = 24;
const HEAD = 34;
const LINE = 14;

/**
 * A figure as a file of its own: the shapes that the page draws, with the colours of light paper written in, fonts
 * named, a title, a description, lines below that say what it rests on, and the same facts as metadata.
 * Text is escaped; the result is well-formed XML.
 */
export function figureSvg(figure: Figure, { title, description, foot, facts }: FileWords): string {
  const [width, height] = [figure.width + 2 * MARGIN, round(figure.height + HEAD + 2 * MARGIN + (foot.length > 0 ? foot.length * LINE + 10 : 0))];
  const below = MARGIN + HEAD + figure.height + 20;
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title desc" font-family="${FONTS}">`,
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="desc">${escaped(description)}</desc>`,
    `<metadata>${facts.map(([name, value]) => `<fact xmlns="https://slantwise.invalid/figure" name="${escaped(name)}">${escaped(value)}</fact>`).join("")}</metadata>`,
    `<rect x="0" y="0" width="${width}" height="${height}" fill="${PAPER["--paper"]}"/>`,
    element({ kind: "text", role: "heading", className: "ag-title", x: MARGIN, y: MARGIN + 12, text: title }),
    `<g transform="translate(${MARGIN} ${MARGIN + HEAD})">${figure.shapes.map(element).join("")}</g>`,
    ...foot.map((line, index) => element({ kind: "text", role: "row-note", className: "ag-foot", x: MARGIN, y: below + index * LINE, text: line })),
    `</svg>`,
    "",
  ].join("\n");
}

function element(shape: Shape): string {
  const style = Object.entries(stylesOf(shape.className)).map(([name, value]) => ` ${name}="${value}"`).join("");
  switch (shape.kind) {
    case "line":
      return `<line x1="${shape.x1}" y1="${shape.y1}" x2="${shape.x2}" y2="${shape.y2}"${style}/>`;
    case "circle":
      return `<circle cx="${shape.cx}" cy="${shape.cy}" r="${shape.r}"${style}/>`;
    case "rect":
      return `<rect x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}"${style}/>`;
    case "diamond":
    case "triangle":
      return `<polygon points="${cornersOf(shape)}"${style}/>`;
    case "path":
      return `<${shape.closed ? "polygon" : "polyline"} points="${pointsOf(shape)}"${style}/>`;
    case "text":
      return `<text x="${shape.x}" y="${shape.y}"${style}>${escaped(shape.text)}</text>`;
  }
}

/** Text and attribute values alike; what XML 1.0 has no place for (control characters, halves of pairs) becomes U+FFFD. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, "\uFFFD")
    .replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/>/gu, "&gt;").replace(/"/gu, "&quot;");
}
