import { Readable } from "node:stream";
import { crc32, deflateRawSync } from "node:zlib";
import { ZipFile } from "yazl";
import { utf8 } from "@/tests/support/read-all";

/** A ZIP as programs write it. `stream` writes sizes behind the data, `zip64` in the large format. */
export async function zipOf(files: { readonly [name: string]: string | Uint8Array }, how: "usual" | "stream" | "zip64" = "usual"): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(typeof content === "string" ? utf8(content) : content);
    if (name.endsWith("/")) zip.addEmptyDirectory(name);
    else if (how === "stream") zip.addReadStream(Readable.from([bytes]), name);
    else zip.addBuffer(bytes, name, { forceZip64Format: how === "zip64" });
  }
  zip.end({ forceZip64Format: how === "zip64", comment: "" });
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
  return new Uint8Array(Buffer.concat(pieces));
}

/** An entry of a ZIP that no proper program would write: whatever is given stands in its headers. */
export type RawEntry = { name: string; content?: Uint8Array; packed?: Uint8Array; size?: number; sum?: number; flags?: number; method?: number; attributes?: number; at?: number };

/** A ZIP written by hand, lies included. `count` is what the end says of the number of entries. */
export function rawZip(entries: readonly RawEntry[], count = entries.length): Uint8Array {
  const pieces: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const content = entry.content ?? utf8("Words of an article.");
    const packed = entry.packed ?? deflateRawSync(content);
    const name = Buffer.from(entry.name, "utf8");
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE((entry.flags ?? 0) | 0x800, 2);
    common.writeUInt16LE(entry.method ?? 8, 4);
    common.writeUInt32LE(entry.sum ?? crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(entry.size ?? content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), common, name, packed]);
    const central = Buffer.alloc(14);
    central.writeUInt32LE(entry.attributes ?? 0, 6);
    central.writeUInt32LE(entry.at ?? at, 10);
    list.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x03", "latin1"), common, central, name]));
    pieces.push(local);
    at += local.length;
  }
  const contents = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(contents.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...pieces, contents, end]));
}

const TYPES = '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const RELATIONS = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';
const STYLES = '<?xml version="1.0"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/></w:style></w:styles>';
const DOCUMENT_RELATIONS = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>';

/** A paragraph of a Word document. */
export const paragraph = (text: string, style = ""): string => `<w:p>${style === "" ? "" : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** A Word document with this body; `more` replaces or adds parts. */
export const docxOf = (body: string, more: { readonly [name: string]: string } = {}): Promise<Uint8Array> =>
  zipOf({
    "[Content_Types].xml": TYPES,
    "_rels/.rels": RELATIONS,
    "word/styles.xml": STYLES,
    "word/_rels/document.xml.rels": DOCUMENT_RELATIONS,
    "word/document.xml": `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ...more,
  });

const CONTAINER = '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>';

/** A book with these documents in this order; `more` replaces or adds files. */
export const epubOf = (documents: { readonly [name: string]: string }, more: { readonly [name: string]: string } = {}): Promise<Uint8Array> => {
  const names = Object.keys(documents);
  const items = names.map((name, i) => `<item id="d${i}" href="${encodeURI(name)}" media-type="application/xhtml+xml"/>`).join("");
  const spine = names.map((_, i) => `<itemref idref="d${i}"/>`).join("");
  return zipOf({
    mimetype: "application/epub+zip",
    "META-INF/container.xml": CONTAINER,
    "OPS/book.opf": `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The Weekly Buoy</dc:title><dc:creator>Ada Holm</dc:creator><dc:language>en</dc:language><dc:date>2024-05-02</dc:date><dc:publisher>Buoy Press</dc:publisher></metadata><manifest><item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>${items}</manifest><spine><itemref idref="nav"/>${spine}</spine></package>`,
    "OPS/nav.xhtml": "<html><body>Contents</body></html>",
    ...Object.fromEntries(names.map((name) => [`OPS/${name}`, documents[name] ?? ""])),
    ...more,
  });
};
