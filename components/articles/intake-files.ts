import { decodeUtf8 } from "@/lib/text/canonical";

/** No text of 2,000,000 characters is longer in UTF-8. */
const MAX_BYTES = 8_000_003;
/** More files at once are refused by name. */
export const MAX_FILES = 200;

/** A file that was read, or why it was not. */
export type ReadFile = { name: string; text: string } | Refused;

/** Why a file was not read; what is wrong with its bytes comes as a sentence that names the place. */
export type Refused = { name: string } & ({ why: "not_text" | "unreadable" } | { bytes: number } | { message: string });

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
  if (!/\.(?:txt|text)$/iu.test(name)) return { name, why: "not_text" };
  if (file.size > MAX_BYTES) return { name, bytes: file.size };
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    return { name, why: "unreadable" };
  }
  const decoded = decodeUtf8(new Uint8Array(bytes));
  return decoded.ok ? { name, text: decoded.value } : { name, message: decoded.error.message };
}
