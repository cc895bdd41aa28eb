import { spaced, UNSPACED_RUN } from "../copies/words";

/**
 * What a person typed, as Postgres' websearch_to_tsquery reads it (words, "phrase", or, -not), with every run of a
 * script without spaces as the phrase of its characters, as the index has it.
 */
export function searchWords(typed: string): string {
  const pieces = typed.split('"');
  return pieces.map((piece, i) => (i % 2 === 1 ? spaced(piece) : piece.replace(UNSPACED_RUN, (run) => ` "${[...run].join(" ")}" `).replace(/-\s+"/gu, '-"'))).join('"');
}
