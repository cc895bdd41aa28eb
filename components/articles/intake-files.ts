import { decodeUtf8 } from "@/lib/text/canonical";

/** No text of 2,000,000 characters is longer in UTF-8. */
const MAX_BYTES = 8_000_003;
/** More files at once are refused by name. */
export const MAX_FILES = 200;

/** A file that was read, or why it was not. */
export type ReadFile = { name: string; text: string } | { name: string; problem: string };

let carried: File[] = [];

/** Keeps files that were chosen on one page for the next one. */
export function carry(files: readonly File[]): void {
  carried = [...files];
}

/** The files that were carried here, once. */
export function takeCarried(): File[] {
  const files = carried;
  carried = [];
  return files;
}

/** Reads a text file strictly; a refusal names the byte. */
export async function readTextFile(file: File): Promise<ReadFile> {
  const { name } = file;
  if (!/\.(?:txt|text)$/iu.test(name)) return { name, problem: "Only plain text (.txt) can be read here so far." };
  if (file.size > MAX_BYTES) return { name, problem: `The file has ${file.size.toLocaleString("en")} bytes. The limit is 2,000,000 characters. Split it and try again.` };
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    return { name, problem: "The file could not be read. Perhaps it was moved or is a folder." };
  }
  const decoded = decodeUtf8(new Uint8Array(bytes));
  return decoded.ok ? { name, text: decoded.value } : { name, problem: decoded.error.message };
}
