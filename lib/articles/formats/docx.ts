import mammoth from "mammoth";
import type { Archive } from "./archive";
import { megabytes, type Limits } from "./limits";
import { partNamed } from "./document-parts";
import { endOf, pageBytes } from "./plain";
import type { ByteSource, Fields, ReadResult } from "./record";
import { refuse, take, type Trouble } from "./trouble";
import { localName, walkXml } from "./xml";

/** A Word document: one record, as HTML with headings, lists and quotations, and without images. */
export async function* readDocx(source: ByteSource, archive: Archive, limits: Limits): AsyncGenerator<ReadResult> {
  const next = endOf(source);
  const parts = await checkedParts(archive, limits);
  if (!(parts instanceof Map)) return yield refuse({}, parts, next);
  const bytes = await pageBytes(source, limits);
  if (!(bytes instanceof Uint8Array)) return yield refuse({}, bytes, next);
  const html = await asHtml(parts);
  if (typeof html !== "string") return yield refuse({}, html, next);
  if (html === "") return yield refuse({}, { code: "no_text", message: "There are no words in this document." }, next);
  const mediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  yield take({ place: {}, content: { kind: "html", html }, fields: propertiesOf(parts.get("docProps/core.xml"), limits), raw: { mediaType, bytes } }, next);
}

/** The XML parts, each without DOCTYPE and not too deep, so that what turns them into HTML meets no surprise. */
async function checkedParts(archive: Archive, limits: Limits): Promise<Map<string, Uint8Array> | Trouble> {
  const parts = new Map<string, Uint8Array>();
  let sum = 0;
  for (const { name, bytes: size } of archive.entries) {
    if (!/\.(?:xml|rels)$/iu.test(name)) continue;
    sum += size;
    if (sum > limits.pageBytes) return { code: "page_too_large", message: `The document has more than ${megabytes(limits.pageBytes)} when unpacked.` };
    const bytes = await partNamed(archive, name);
    if (!bytes.ok) return bytes.error;
    let macros = false;
    const walked = walkXml(bytes.value, limits, {
      open: (tag, { ContentType = "" }) => {
        if (name === "[Content_Types].xml" && tag === "Override" && /macroEnabled/iu.test(ContentType)) macros = true;
      },
    });
    if (!walked.ok) return { ...walked.error, message: `${name.slice(0, 200)}: ${walked.error.message}` };
    if (macros) return { code: "macros", message: "This document has macros. Save it as .docx without them and try again." };
    // What is checked here is what is read: UTF-8, whatever it was.
    parts.set(name, new TextEncoder().encode(walked.value));
  }
  return parts;
}

async function asHtml(parts: ReadonlyMap<string, Uint8Array>): Promise<string | Trouble> {
  // Handed over part by part, so that no second reading of the archive can find other parts than were checked.
  const file = {
    exists: (name: string) => parts.has(name),
    read: async (name: string, encoding?: string) => {
      const bytes = parts.get(name) ?? new Uint8Array();
      return encoding === undefined ? bytes : new TextDecoder(encoding).decode(bytes);
    },
  };
  try {
    const input = { file } as unknown as Parameters<typeof mammoth.convertToHtml>[0];
    const { value } = await mammoth.convertToHtml(input, { convertImage: mammoth.images.imgElement(async () => ({ src: "" })), styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Quote'] => blockquote:fresh", "p[style-name='Intense Quote'] => blockquote:fresh", "p[style-name='Caption'] => figcaption:fresh"] });
    return value.replaceAll('<img src="" />', "");
  } catch (error) {
    return { code: "broken_document", message: `The document is damaged: ${error instanceof Error ? error.message.slice(0, 200) : "it cannot be read"}.` };
  }
}

/** What the document says of itself. */
function propertiesOf(bytes: Uint8Array | undefined, limits: Limits): Fields {
  const found: { [name: string]: string } = {};
  let [open, text] = ["", ""];
  if (bytes === undefined) return {};
  walkXml(bytes, limits, {
    open: (name) => {
      [open, text] = [localName(name), ""];
    },
    text: (more) => {
      text += more;
    },
    close: (name) => {
      if (localName(name) === open && text.trim() !== "") found[open] = text.trim().slice(0, 1000);
    },
  });
  return {
    ...(found.title === undefined ? {} : { title: found.title }),
    ...(found.creator === undefined ? {} : { byline: found.creator }),
    ...(found.language === undefined ? {} : { language: found.language }),
  };
}
