/** Characters of a codebook file at most; the server takes a little more. */
const LONGEST = 3_500_000;

/** A codebook file as text with its format, or why it cannot be one. */
export type ReadFile = { ok: true; name: string; format: "json" | "qdc"; text: string } | { ok: false; name: string; reason: string };

/** Reads a file of at most a few megabytes strictly as UTF-8. */
export async function readFile(file: { readonly name: string; readonly size: number; arrayBuffer(): Promise<ArrayBuffer> }): Promise<ReadFile> {
  const { name } = file;
  const refuse = (reason: string): ReadFile => ({ ok: false, name, reason });
  if (file.size > LONGEST) return refuse(`It has ${file.size.toLocaleString("en")} bytes; a codebook has at most ${LONGEST.toLocaleString("en")}.`);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return refuse("It is not UTF-8 text.");
  }
  if (text.trim() === "") return refuse("It is empty.");
  const xml = /\.(qdc|xml)$/iu.test(name) || (!/\.json$/iu.test(name) && text.trimStart().startsWith("<"));
  return { ok: true, name, format: xml ? "qdc" : "json", text };
}
