import { err, ok, type Result } from "@/lib/kernel/result";
import type { CodebookContent } from "../content";
import type { Problem } from "../problem";
import { parseContent } from "../schema";

const KIND = "slantwise-codebook";

/** A codebook as our own file: everything that it says. */
export const writeJson = (version: { number: number; content: CodebookContent }): string => `${JSON.stringify({ kind: KIND, format: 1, number: version.number, content: version.content }, null, 2)}\n`;

/** Reads our own file; problems name the place in the codebook, or in the file where it is none. */
export function readJson(text: string): Result<CodebookContent, Problem[]> {
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\ufeff/u, ""));
  } catch (error) {
    return err([{ path: "/text", message: `is not JSON: ${(error as Error).message}` }]);
  }
  if (file === null || typeof file !== "object" || (file as { kind?: unknown }).kind !== KIND) return err([{ path: "/text", message: "is no codebook of Slantwise: choose a file that was saved here, or a .qdc file" }]);
  const { format, content } = file as { format?: unknown; content?: unknown };
  if (format !== 1) return err([{ path: "/text", message: "was written by a newer version of this program" }]);
  const read = parseContent(content);
  return read.ok ? ok(read.value) : read;
}
