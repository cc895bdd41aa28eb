import { err, ok, type Result } from "@/lib/kernel/result";

/** The bytes are not UTF-8; `byte` is where the first ill-formed sequence begins, counted from 0. */
export interface NotUtf8 {
  readonly code: "not_utf8";
  readonly byte: number;
  readonly message: string;
}

/** Decodes strictly. A byte order mark is kept: `canonicalText` drops it. */
export function decodeUtf8(bytes: Uint8Array): Result<string, NotUtf8> {
  try {
    return ok(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    const byte = firstIllFormed(bytes);
    return err({
      code: "not_utf8",
      byte,
      message: `The file is not UTF-8: byte ${byte.toLocaleString("en")} cannot be read. Save it as UTF-8 and try again.`,
    });
  }
}

/** How many bytes a string takes in UTF-8; a lone surrogate counts as the three bytes of its replacement. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    // A surrogate pair is two units and four bytes, so each half adds one; a lone half adds two.
    bytes += unit < 0x800 || isPairedSurrogate(text, i, unit) ? 1 : 2;
  }
  return bytes;
}

function isPairedSurrogate(text: string, i: number, unit: number): boolean {
  if (unit >= 0xd800 && unit <= 0xdbff) {
    const next = text.charCodeAt(i + 1);
    return next >= 0xdc00 && next <= 0xdfff;
  }
  if (unit >= 0xdc00 && unit <= 0xdfff) {
    const before = text.charCodeAt(i - 1);
    return before >= 0xd800 && before <= 0xdbff;
  }
  return false;
}

function firstIllFormed(bytes: Uint8Array): number {
  let i = 0;
  while (i < bytes.length) {
    const length = sequenceLength(bytes, i);
    if (length === 0) return i;
    i += length;
  }
  return bytes.length;
}

/** Length of the well-formed sequence at `i` (Unicode 3.9, table 3-7), or 0. */
function sequenceLength(bytes: Uint8Array, i: number): number {
  const lead = bytes[i] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
  if (length === 0) return 0;
  const second = bytes[i + 1] ?? 0;
  const lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < lowest || second > highest) return 0;
  for (let k = 2; k < length; k++) if (((bytes[i + k] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}
