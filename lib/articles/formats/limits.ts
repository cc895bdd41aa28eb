import { MAX_CODE_POINTS } from "@/lib/text/canonical";

/** How much is taken. Every one is refused by its name; sizes are in bytes. */
export type Limits = {
  /** A page, a document, a line, or an entry of an archive. */
  readonly pageBytes: number;
  /** The words of one article, in code points. */
  readonly codePoints: number;
  /** One cell of a CSV file: the longest text, in UTF-8. */
  readonly cellBytes: number;
  /** Entries of an archive. */
  readonly entries: number;
  /** All that an archive unpacks to. */
  readonly unpackedBytes: number;
  /** How many times larger than itself packed data may become. */
  readonly ratio: number;
  /** Elements within elements of an XML document. */
  readonly xmlDepth: number;
};

/** The limits of every import. */
export const LIMITS: Limits = {
  pageBytes: 50 * 1024 * 1024,
  codePoints: MAX_CODE_POINTS,
  cellBytes: 4 * MAX_CODE_POINTS,
  entries: 10_000,
  unpackedBytes: 2 * 1024 * 1024 * 1024,
  ratio: 200,
  xmlDepth: 200,
};

/** A size as a sentence says it: "50 MB". */
export const megabytes = (bytes: number): string => `${(bytes / (bytes % 1_000_000 === 0 ? 1_000_000 : 1024 * 1024)).toLocaleString("en", { maximumFractionDigits: 1 })} MB`;
