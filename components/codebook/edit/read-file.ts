/** Characters of a codebook file at most; the server takes a little more. */
export const LONGEST = 3_500_000;

/** A codebook file as text with its format, or why it cannot be one. */
export type ReadFile = { ok: true; name: string; format: "json" | "qdc"; text: string } | ({ ok: false; name: string } & ({ why: "tooLong"; bytes: number } | { why: "notUtf8" | "empty" }));

/** Reads a file of at most a few megabytes strictly as UTF-8. */
export async function readFile(file: { readonly name: string; readonly size: number; arrayBuffer(): Promise<ArrayBuffer> }): Promise<ReadFile> {
  const { name } = file;
  if (file.size > LONGEST) return { ok: false, name, why: "tooLong", bytes: file.size };
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return { ok: false, name, why: "notUtf8" };
  }
  if (text.trim() === "") return { ok: false, name, why: "empty" };
  const xml = /\.(qdc|xml)$/iu.test(name) || (!/\.json$/iu.test(name) && text.trimStart().startsWith("<"));
  return { ok: true, name, format: xml ? "qdc" : "json", text };
}
