import { err, ok, type Result } from "@/lib/kernel/result";
import type { Archive } from "./archive";
import { charsetInHtml, decodeText } from "./decode";
import { partNamed } from "./document-parts";
import { withoutTags } from "./html-words";
import type { Limits } from "./limits";
import type { ByteSource, Cursor, Fields, Passed, ReadResult } from "./record";
import { pass, refuse, take, type Trouble } from "./trouble";
import { localName, walkXml } from "./xml";

type Book = { readonly documents: readonly string[]; readonly fields: Fields; readonly title: string | null };

/**
 * A book in EPUB: one record for each document of its reading order that has words, since newspapers and readers' apps
 * put one article into one document. The table of contents is none. Creator, publisher, language and date of the book are
 * fields of each; its title is one only where it has a single document.
 */
export async function* readEpub(source: ByteSource, archive: Archive, options: { from: Cursor | null; limits: Limits }): AsyncGenerator<ReadResult | Passed> {
  const { limits } = options;
  let record = options.from?.record ?? 0;
  if (archive.entries.some(({ name }) => name === "META-INF/rights.xml" || name === "META-INF/encryption.xml")) {
    const encrypted = await lockedNames(archive, limits);
    if (encrypted) return yield refuse({}, { code: "encrypted", message: "This book is locked (DRM). Its words cannot be read." }, { record: record + 1, byte: source.size, line: 0 });
  }
  const book = await bookOf(archive, limits);
  if (!book.ok) return yield refuse({}, book.error, { record: record + 1, byte: source.size, line: 0 });
  const { documents, fields, title } = book.value;
  for (let i = options.from?.line ?? 0; i < documents.length; i++) {
    const entry = documents[i] ?? "";
    const next: Cursor = { record: record + 1, byte: Math.floor((source.size * (i + 1)) / documents.length), line: i + 1 };
    const bytes = await partNamed(archive, entry);
    const html = bytes.ok ? pageIn(bytes.value) : bytes;
    if (html.ok && html.value === null) {
      yield pass({ ...next, record });
      continue;
    }
    record += 1;
    if (!bytes.ok || !html.ok) yield refuse({ entry }, bytes.ok ? (html.ok ? { code: "no_text", message: "" } : html.error) : bytes.error, next);
    else yield take({ place: { entry }, content: { kind: "html", html: html.value ?? "" }, fields: { ...fields, ...(documents.length === 1 && title !== null ? { title } : {}) }, raw: { mediaType: "application/xhtml+xml", bytes: bytes.value } }, next);
  }
}

/** The page of a document; null where it has no words (a cover). */
function pageIn(bytes: Uint8Array): Result<string | null, Trouble> {
  const decoded = decodeText(bytes, charsetInHtml(bytes), { kind: "html" });
  if (!decoded.ok) return decoded;
  if (/<!DOCTYPE[^>[]{0,500}\[/iu.test(decoded.value.slice(0, 4096))) return err({ code: "doctype", message: "This document declares entities in its DOCTYPE. It is not read." });
  const body = decoded.value.slice(Math.max(0, decoded.value.search(/<body[\s>]/iu)));
  return ok(/[\p{L}\p{N}]/u.test(withoutTags(body)) ? decoded.value : null);
}

async function bookOf(archive: Archive, limits: Limits): Promise<Result<Book, Trouble>> {
  const container = await partNamed(archive, "META-INF/container.xml");
  if (!container.ok) return container;
  let path = "";
  const found = walkXml(container.value, limits, {
    open: (name, attributes) => {
      if (localName(name) === "rootfile" && path === "") path = attributes["full-path"] ?? "";
    },
  });
  if (!found.ok) return found;
  const opf = await partNamed(archive, path);
  return opf.ok ? readPackage(opf.value, path.slice(0, path.lastIndexOf("/") + 1), limits) : opf;
}

function readPackage(bytes: Uint8Array, folder: string, limits: Limits): Result<Book, Trouble> {
  const items = new Map<string, string>();
  const spine: string[] = [];
  const said: { [name: string]: string } = {};
  let text = "";
  const walked = walkXml(bytes, limits, {
    open: (name, { id = "", href = "", idref = "", properties = "", ...rest }) => {
      text = "";
      const type = rest["media-type"] ?? "";
      if (localName(name) === "item" && /html/iu.test(type) && !/\bnav\b/u.test(properties)) items.set(id, pathIn(folder, href));
      if (localName(name) === "itemref" && rest.linear !== "no") spine.push(idref);
    },
    text: (more) => {
      text += more;
    },
    close: (name) => {
      if (name.startsWith("dc:") && text.trim() !== "") said[localName(name)] ??= text.trim().slice(0, 1000);
    },
  });
  if (!walked.ok) return walked;
  const documents = spine.flatMap((id) => items.get(id) ?? []);
  if (documents.length === 0) return err({ code: "no_text", message: "The book names no documents to read." });
  const fields: Fields = {
    ...(said.creator === undefined ? {} : { byline: said.creator }),
    ...(said.publisher === undefined ? {} : { publisher: said.publisher }),
    ...(said.language === undefined ? {} : { language: said.language }),
    ...(said.date === undefined ? {} : { publishedOn: said.date }),
  };
  return ok({ documents: [...new Set(documents)], fields, title: said.title ?? null });
}

/** A name within the archive from an address in the package, which may be written with percent signs. */
function pathIn(folder: string, href: string): string {
  const plain = href.split("#")[0] ?? "";
  let decoded = plain;
  try {
    decoded = decodeURIComponent(plain);
  } catch {
    // Written without care: taken as it stands.
  }
  const parts: string[] = [];
  for (const part of `${folder}${decoded}`.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

/** Whether more than fonts is encrypted. */
async function lockedNames(archive: Archive, limits: Limits): Promise<boolean> {
  const bytes = await partNamed(archive, "META-INF/encryption.xml");
  if (!bytes.ok) return true;
  let locked = false;
  const walked = walkXml(bytes.value, limits, {
    open: (name, { URI = "" }) => {
      if (localName(name) === "CipherReference" && /\.x?html?$/iu.test(URI)) locked = true;
    },
  });
  return locked || !walked.ok;
}
