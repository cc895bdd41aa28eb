import { err, ok, type Result } from "@/lib/kernel/result";
import type { Archive } from "./archive";
import type { Trouble } from "./trouble";

/** What a ZIP archive is, by the names in it. */
export type ArchiveKind = "zip" | "docx" | "epub";

/** Tells a document from an archive of files; names documents that are not read. */
export function kindOf(archive: Archive): ArchiveKind | Trouble {
  const has = (start: string) => archive.entries.some(({ name }) => name.startsWith(start));
  const foreign = (what: string): Trouble => ({ code: "not_an_article", message: `This is ${what}. Words cannot be read from it.` });
  if (has("[Content_Types].xml")) {
    if (archive.entries.some(({ name }) => /(?:^|\/)vbaProject\.bin$/iu.test(name))) {
      return { code: "macros", message: "This document has macros. Save it as .docx without them and try again." };
    }
    if (has("word/")) return "docx";
    if (has("xl/")) return foreign("an Excel workbook; save the sheet as CSV");
    if (has("ppt/")) return foreign("a PowerPoint presentation");
  }
  if (has("META-INF/container.xml")) return "epub";
  if (has("META-INF/manifest.xml") && has("content.xml")) return foreign("an OpenDocument file; save it as .docx");
  return "zip";
}

/** The bytes of a named part of a document; a missing or refused one is a trouble of the whole document. */
export async function partNamed(archive: Archive, name: string): Promise<Result<Uint8Array, Trouble>> {
  const entry = archive.entries.find((each) => each.name === name);
  if (entry === undefined) return err({ code: "broken_document", message: `The document is damaged: it has no ${name.slice(0, 200)}.` });
  const bytes = await archive.bytesOf(entry);
  return bytes.ok ? ok(bytes.value) : err({ ...bytes.error, message: `${name.slice(0, 200)}: ${bytes.error.message}` });
}
