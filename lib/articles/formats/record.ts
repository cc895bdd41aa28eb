/** Bytes that need not be in memory at once: a file, or the chunks in which it was sent. */
export interface ByteSource {
  /** Bytes in all. */
  readonly size: number;
  /** The bytes from `offset`, at most `length` of them; fewer at the end only. */
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** Where in a file something stands, so that a report can name it. */
export type Place = {
  /** The name inside an archive or container; an address for what was fetched or archived from the web. */
  readonly entry?: string;
  /** The line, counted from 1, where a file has records in lines. */
  readonly line?: number;
};

/** What a file itself says of an article beside its words, as written there: nothing is checked or resolved yet. */
export type Fields = {
  readonly title?: string;
  readonly byline?: string;
  readonly outlet?: string;
  readonly publisher?: string;
  readonly url?: string;
  readonly publishedOn?: string;
  readonly capturedAt?: string;
  readonly genre?: string;
  readonly language?: string;
};

/** The words of a record: plain text, or the HTML of a page. */
export type Content = { readonly kind: "text"; readonly text: string } | { readonly kind: "html"; readonly html: string };

/** One article-to-be as a file gives it. */
export type FoundRecord = {
  readonly place: Place;
  readonly content: Content;
  readonly fields: Fields;
  /** The bytes as they were captured, where the content was made from them (a page, a document); null where the words are all there is. */
  readonly raw: { readonly mediaType: string; readonly bytes: Uint8Array } | null;
};

/** Why something in a file is not taken. The message is a sentence that names the place; `byte` counts from 0. */
export type Refusal = { readonly place: Place; readonly code: string; readonly message: string; readonly byte?: number };

/** From where to read on: opaque, JSON, of the same file and options only. */
export type Cursor = {
  /** Results given so far, from the start of the file. */
  readonly record: number;
  /** How far into the file reading is: what progress shows. */
  readonly byte: number;
  readonly line: number;
  /** Set in a CSV file behind a quotation mark that is never closed. */
  readonly byLine?: boolean;
  /** The address, or the title, of the item of a feed that was given last; a feed has changed when it is fetched again. */
  readonly after?: string;
  /** The place within the file of an archive. */
  readonly inner?: Cursor;
};

/** One record or one refusal, and from where to read on after it. */
export type ReadResult = { readonly next: Cursor } & ({ readonly record: FoundRecord } | { readonly refused: Refusal });

/** Nothing was given, but much may have been looked at: reading can rest here as well and go on at `next`. */
export type Passed = { readonly next: Cursor; readonly passed: true };

/** Which column or key of a table carries which field; "text" is needed. Null columns are not there. */
export type Mapping = { readonly [field in keyof Fields | "text" | "html"]?: string | null };
