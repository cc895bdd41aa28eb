import { WORD_BASES, WORD_FRAMINGS, WORD_VOICES, type WordsChoice } from "./report";

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const among = <T extends string>(values: readonly T[], value: unknown): T => values.find((one) => one === value) ?? values[0]!;

/** An id of an address, in small letters; null for anything else. */
export const idIn = (value: unknown): string | null => (typeof value === "string" && ID.test(value.toLowerCase()) ? value.toLowerCase() : null);

/** The choice that an address of the page holds; what it cannot hold becomes the default. */
export const readWordsQuery = (setId: string | null, query: Readonly<Record<string, unknown>>): WordsChoice => ({
  setId,
  basis: among(WORD_BASES, query["basis"]),
  targetId: idIn(query["target"]),
  framing: among(WORD_FRAMINGS, query["framing"]),
  voice: among(WORD_VOICES, query["voice"]),
});

/** The same as the query of an address, defaults left out; `set` only where the address does not hold it otherwise. */
export function writeWordsQuery({ setId, basis, targetId, framing, voice }: WordsChoice, withSet: boolean): Record<string, string> {
  return {
    ...(withSet && setId !== null ? { set: setId } : {}),
    ...(basis === WORD_BASES[0] ? {} : { basis }),
    ...(targetId === null ? {} : { target: targetId }),
    ...(framing === WORD_FRAMINGS[0] ? {} : { framing }),
    ...(voice === WORD_VOICES[0] ? {} : { voice }),
  };
}
