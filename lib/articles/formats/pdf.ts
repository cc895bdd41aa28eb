import type { Limits } from "./limits";
import { tooLong } from "./mapping";
import { paragraphsOf, type PdfItem } from "./pdf-lines";
import { endOf, pageBytes } from "./plain";
import type { ByteSource, ReadResult } from "./record";
import { count, refuse, take, type Trouble } from "./trouble";

const MOST_PAGES = 2000;
/** A document with fewer letters than this on each page is a picture of one. */
const LETTERS_PER_PAGE = 10;

/** A PDF: one record, its paragraphs rebuilt from where the words stand. Refused when encrypted, or without words (scanned). */
export async function* readPdf(source: ByteSource, options: { limits: Limits }): AsyncGenerator<ReadResult> {
  const next = endOf(source);
  const bytes = await pageBytes(source, options.limits);
  if (!(bytes instanceof Uint8Array)) return yield refuse({}, bytes, next);
  const found = await textOf(bytes, options.limits);
  if ("code" in found) return yield refuse({}, found, next);
  const long = tooLong(found.text, options.limits);
  if (long !== null) return yield refuse({}, long, next);
  yield take({ place: {}, content: { kind: "text", text: found.text }, fields: found.title === null ? {} : { title: found.title }, raw: { mediaType: "application/pdf", bytes } }, next);
}

async function textOf(bytes: Uint8Array, limits: Limits): Promise<{ text: string; title: string | null } | Trouble> {
  // Loaded only where there is a PDF to read: it is large.
  const { getDocumentProxy } = await import("unpdf");
  try {
    // It takes the bytes away, so it is given a copy.
    const pdf = await getDocumentProxy(bytes.slice(), { verbosity: 0, isEvalSupported: false, useSystemFonts: false, disableFontFace: true });
    try {
      if (pdf.numPages > MOST_PAGES) return { code: "too_many_pages", message: `The PDF has ${count(pdf.numPages)} pages. It may have ${count(MOST_PAGES)}.` };
      const pages: PdfItem[][] = [];
      let length = 0;
      for (let n = 1; n <= pdf.numPages && length <= 2 * limits.codePoints; n++) {
        const page = await pdf.getPage(n);
        const { items } = await page.getTextContent();
        const words = items.flatMap((item) => ("str" in item ? [{ text: item.str, x: Number(item.transform[4]), y: Number(item.transform[5]), width: item.width, height: item.height }] : []));
        length += words.reduce((sum, { text }) => sum + text.length, 0);
        pages.push(words);
        page.cleanup();
      }
      const text = paragraphsOf(pages).join("\n\n").replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]|\p{Surrogate}/gu, "\uFFFD");
      const letters = text.match(/\p{L}/gu)?.length ?? 0;
      if (letters < LETTERS_PER_PAGE * Math.min(pages.length, 10)) return { code: "scanned", message: "The PDF has pictures of pages and no words (scanned). Run text recognition on it and try again." };
      const { info } = await pdf.getMetadata();
      return { text, title: titleIn(text, (info as { Title?: unknown }).Title) };
    } finally {
      await pdf.destroy();
    }
  } catch (error) {
    const name = error instanceof Error ? error.name : "";
    if (name === "PasswordException") return { code: "encrypted", message: "The PDF is encrypted. Save it without a password and try again." };
    return { code: "broken_document", message: "The PDF is damaged and cannot be read." };
  }
}

/** The title that the file gives itself, where its first page says so too; often it is the name of another file. */
function titleIn(text: string, title: unknown): string | null {
  if (typeof title !== "string" || title.trim() === "" || title.length > 300) return null;
  const plain = (words: string) => words.replace(/\s+/gu, " ").trim().toLowerCase();
  return plain(text.slice(0, 3000)).includes(plain(title)) ? title.trim() : null;
}
