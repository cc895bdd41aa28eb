import { latin1 } from "@/tests/support/read-all";

/** A line of text on a page: where it begins (points from the lower left) and its size. */
export type PdfLine = readonly [x: number, y: number, size: number, text: string];

const shown = ([x, y, size, text]: PdfLine): string => `BT /F1 ${size} Tf ${x} ${y} Td (${text.replace(/[\\()]/gu, "\\$&")}) Tj ET`;

/** A PDF with these pages, written by hand; text is in windows-1252. `trailer` is added to its trailer, `info` to its Info. */
export function pdfOf(pages: readonly (readonly PdfLine[])[], { trailer = "", title = "" } = {}): Uint8Array {
  const kids = pages.map((_, i) => `${5 + 2 * i} 0 R`).join(" ");
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    `<</Title(${title})>>`,
    ...pages.flatMap((lines, i) => {
      const content = lines.map(shown).join("\n");
      return [`<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>/Contents ${6 + 2 * i} 0 R>>`, `<</Length ${content.length}>>stream\n${content}\nendstream`];
    }),
  ];
  let text = "%PDF-1.4\n";
  const places = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, "0")} 00000 n \n`;
  });
  return latin1(`${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join("")}trailer<</Size ${objects.length + 1}/Root 1 0 R/Info 4 0 R${trailer}>>\nstartxref\n${text.length}\n%%EOF\n`);
}
