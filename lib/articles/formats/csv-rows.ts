import { joined, WINDOW } from "./lines";
import type { ByteSource } from "./record";

/** A row of a CSV file as bytes, or why it cannot be read; `start` and `end` are bytes of the file, lines count from 1. */
export type Row = {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly nextLine: number;
  /** From here on a cell ends with its line at the latest, since a quotation mark was never closed. */
  readonly byLine: boolean;
} & ({ readonly bytes: Uint8Array } | { readonly fault: "cell_too_large" | "row_too_large" | "quote_never_closed" | "text_after_quote" });

const [QUOTE, LF, CR] = [34, 10, 13];

/**
 * The rows of a CSV file (RFC 4180; rows end with `\n`, `\r\n` or `\r`), from a byte on that begins one, with memory for
 * one row. A cell over `cellBytes` or a row over `pageBytes` is passed over up to its true end. Where a quotation mark is never closed, its first
 * line is given up and reading goes on with the next; from then on no cell goes over the end of its line, so that the
 * rest of the file is looked through once more and not again for every mark. Blank lines are no rows.
 */
export async function* rowsOf(source: ByteSource, from: { readonly byte: number; readonly line: number; readonly byLine?: boolean }, delimiter: number, limits: { readonly cellBytes: number; readonly pageBytes: number }): AsyncGenerator<Row> {
  let byLine = from.byLine === true;
  const begin = (start: number, line: number): OpenRow => new OpenRow(start, line, byLine, limits);
  let row = begin(from.byte, from.line);
  for (let at = from.byte; at < source.size; ) {
    const window = await source.read(at, WINDOW);
    if (window.length === 0) break;
    let seen = 0;
    for (let i = 0; i < window.length; ) {
      const ended = row.step(window[i] ?? 0, delimiter, at + i);
      if (ended === "before") {
        if (!row.blank) yield row.close([window.subarray(seen, i)], at + i);
        [row, seen] = [begin(at + i, row.line + 1), i];
        continue;
      }
      i += 1;
      if (ended === "after") {
        if (!row.blank) yield row.close([window.subarray(seen, i)], at + i);
        [row, seen] = [begin(at + i, row.line + 1), i];
      }
    }
    row.hold(window.subarray(seen));
    at += window.length;
    if (at >= source.size && row.inQuotes) {
      byLine = true;
      yield { fault: "quote_never_closed", start: row.start, end: row.firstEnd ?? source.size, line: row.firstLine, nextLine: row.firstLine + 1, byLine };
      at = row.firstEnd ?? source.size;
      row = begin(at, row.firstLine + 1);
    }
  }
  if (!row.blank) yield row.close([], source.size);
}

/** A row whose end is not yet seen. */
class OpenRow {
  readonly firstLine: number;
  /** Where the first line of the row ends, if the row goes on after it. */
  firstEnd: number | null = null;
  blank = true;
  private state: "cell" | "bare" | "quoted" | "quote" | "cr" = "cell";
  private fault: "cell_too_large" | "row_too_large" | "quote_never_closed" | "text_after_quote" | null = null;
  private cell = 0;
  private pieces: Uint8Array[] = [];
  private size = 0;

  constructor(readonly start: number, public line: number, private readonly byLine: boolean, private readonly limits: { readonly cellBytes: number; readonly pageBytes: number }) {
    this.firstLine = line;
  }

  get inQuotes(): boolean {
    return this.state === "quoted";
  }

  /** Takes one byte; says whether the row ends before or after it. */
  step(byte: number, delimiter: number, at: number): "before" | "after" | null {
    if (this.state === "cr") return byte === LF ? "after" : "before";
    if (this.state === "quoted") {
      if (byte === QUOTE) this.state = "quote";
      else if (byte === LF) {
        if (this.byLine) {
          this.fault = "quote_never_closed";
          return "after";
        }
        this.line += 1;
        this.firstEnd ??= at + 1;
      }
      this.grow();
      return null;
    }
    if (byte === LF) return "after";
    if (byte === CR) {
      this.state = "cr";
      return null;
    }
    this.blank = false;
    if (byte === delimiter) {
      this.state = "cell";
      this.cell = 0;
      return null;
    }
    if (byte === QUOTE && this.state !== "bare") this.state = "quoted";
    else {
      if (this.state === "quote") this.fault ??= "text_after_quote";
      this.state = "bare";
    }
    this.grow();
    return null;
  }

  hold(piece: Uint8Array): void {
    this.size += piece.length;
    if (this.size > this.limits.pageBytes) this.fault ??= "row_too_large";
    if (this.fault !== null) this.pieces = [];
    else if (piece.length > 0) this.pieces.push(piece);
  }

  close(last: readonly Uint8Array[], end: number): Row {
    for (const piece of last) this.hold(piece);
    const place = { start: this.start, end, line: this.firstLine, nextLine: this.line + 1, byLine: this.byLine };
    return this.fault === null ? { ...place, bytes: joined(this.pieces, this.size) } : { ...place, fault: this.fault };
  }

  private grow(): void {
    this.cell += 1;
    // The two quotation marks around a cell are not part of it.
    if (this.cell > this.limits.cellBytes + 2) this.fault = "cell_too_large";
  }
}
