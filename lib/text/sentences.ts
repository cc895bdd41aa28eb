import { segmenterFor } from "./segmenters";
import { codePointLength, type TextRange, textRange } from "./units";

/** A segmenter may take time in the square of its input, so long blocks are handed to it in windows of this many UTF-16 units. */
const WINDOW = 4096;
/** A full stop after one of these, or after one letter that is a name's first, ends no sentence. */
const ABBREVIATIONS: Readonly<Record<string, RegExp>> = {
  en: /(?:^|[\s("“‘])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Hon|Sen|Rep|Gov|Gen|Col|Lt|Maj|Capt|Cpl|Sgt|Adm|Pres|St|Mt|Jr|vs|No|Nos|Fig|cf|e\.g|i\.e|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.\s*$/u,
  de: /(?:^|[\s("„‚])(?:Dr|Prof|Hr|Fr|St|Nr|bzw|ca|[zduoi]|h|vgl|Jan|Feb|Aug|Sept?|Okt|Nov|Dez)\.\s*$/u,
  fr: /(?:^|[\s("«])(?:M|MM|Mme|Mlle|Dr|Pr|St|Ste|av|env|cf|p\.\s?ex)\.\s*$/u,
  es: /(?:^|[\s("«¿¡])(?:Sr|Sra|Srta|Dr|Dra|Prof|Gral|Cnel|Ud|núm|pág|p\.\s?ej)\.\s*$/u,
};
const INITIAL = /(?:^|[\s(“"‘])\p{Lu}\.\s*$/u;
const SMALL = /^\p{Ll}/u;
const LETTER = /\p{L}/u;

/**
 * The sentences of one block of text, without white space around them. Every character that is not white space lies
 * in exactly one.
 * @param language BCP 47 tag, null for the default rules
 * @param offset where the text begins in the article, in code points; added to every position
 * @param window UTF-16 units that are looked at in one go
 */
export function findSentences(text: string, language: string | null = null, offset = 0, window = WINDOW): TextRange[] {
  const sentences: TextRange[] = [];
  let at = offset;
  let open = "";
  const close = (): void => {
    const [whole, trimmed] = [codePointLength(open), open.trim()];
    if (trimmed !== "") {
      const start = at + codePointLength(open) - codePointLength(open.trimStart());
      sentences.push(textRange(start, start + codePointLength(trimmed)));
    }
    at += whole;
    open = "";
  };
  for (const piece of pieces(text, segmenterFor(language, "sentence"), window)) {
    // “Did it?” she asked.
    if (open !== "" && !SMALL.test(piece) && !goesOn(open, language)) close();
    open += piece;
  }
  close();
  return sentences;
}

/** The segmenter's sentences. The last of a window may go on after it, so the next window begins with it. */
function* pieces(text: string, segmenter: Intl.Segmenter, window: number): Generator<string> {
  let start = 0;
  let size = window;
  while (start < text.length) {
    const seen = text.slice(start, start + size);
    const found = Array.from(segmenter.segment(seen), ({ segment }) => segment);
    const atEnd = start + size >= text.length;
    // Whether a full stop ends a sentence may hang on the next letter, so what is kept back must have one.
    let kept = atEnd ? 0 : 1;
    while (!atEnd && kept < found.length && !LETTER.test(found.slice(found.length - kept).join(""))) kept += 1;
    const whole = found.slice(0, found.length - kept);
    if (whole.length === 0) {
      size *= 2;
      continue;
    }
    yield* whole;
    start += whole.reduce((sum, piece) => sum + piece.length, 0);
    size = window;
  }
}

function goesOn(sentence: string, language: string | null): boolean {
  const end = sentence.slice(-24);
  return INITIAL.test(end) || (ABBREVIATIONS[(language ?? "en").split("-")[0]?.toLowerCase() ?? ""]?.test(end) ?? false);
}
