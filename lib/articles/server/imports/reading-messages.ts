import "server-only";
import type { ReadOptions } from "../../formats/read-records";
import type { Cursor, Passed, ReadResult } from "../../formats/record";

/** What a reading thread is told: to read a file, the bytes it asked for (null: they cannot be had), and how much of what it sent was taken. */
export type ToThread =
  | { readonly kind: "read"; readonly size: number; readonly options: ReadOptions }
  | { readonly kind: "bytes"; readonly question: number; readonly bytes: Uint8Array | null }
  | { readonly kind: "heard"; readonly bytes: number };

/** What a reading thread tells: `begins` comes before each file of an archive, with the cursor that passes it over. */
export type FromThread =
  | { readonly kind: "ready" | "done" }
  | { readonly kind: "wants"; readonly question: number; readonly offset: number; readonly length: number }
  | { readonly kind: "begins"; readonly name: string; readonly past: Cursor }
  | { readonly kind: "results"; readonly results: readonly (ReadResult | Passed)[]; readonly bytes: number }
  | { readonly kind: "broken"; readonly message: string };

/** About how many bytes of memory a result takes. */
export const resultBytes = (result: ReadResult | Passed): number =>
  !("record" in result) ? 200 : 200 + (result.record.raw?.bytes.length ?? 0) + ("text" in result.record.content ? result.record.content.text.length : result.record.content.html.length);
