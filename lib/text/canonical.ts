import { err, ok, type Result } from "@/lib/kernel/result";
import { codePoint, type CodePoint } from "./units";
import { type NotUtf8, utf8Length } from "./utf8";

export { decodeUtf8 } from "./utf8";

/** The longest text that is taken, in code points. */
export const MAX_CODE_POINTS = 2_000_000;

/** Why a text is refused. `byte` counts from 0 in the UTF-8 form of the text as it came in. */
export type TextError =
  | NotUtf8
  | { readonly code: "nul"; readonly byte: number; readonly message: string }
  | { readonly code: "lone_surrogate"; readonly byte: number; readonly message: string }
  | { readonly code: "blank"; readonly message: string }
  | { readonly code: "too_long"; readonly codePoints: number; readonly limit: number; readonly message: string };

/** A text in the one form that is stored, and its length. */
export interface CanonicalText {
  readonly text: string;
  readonly codePoints: CodePoint;
}

const SURROGATE_PAIR = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;
const REFUSED = /\u0000|\p{Surrogate}/u;
const VISIBLE = /[^\s\p{Cc}\p{Cf}]/u;

/**
 * The canonical form: byte order mark dropped, `\r\n` and `\r` turned to `\n`, otherwise untouched
 * (no normalisation, no trimming). Refuses U+0000, lone surrogates, blank and overlong text.
 */
export function canonicalText(input: string): Result<CanonicalText, TextError> {
  const refused = characterProblem(input);
  if (refused !== null) return err(refused);
  const text = (input.startsWith("\uFEFF") ? input.slice(1) : input).replace(/\r\n?/g, "\n");
  if (!VISIBLE.test(text)) return err({ code: "blank", message: "The text is empty. Paste or upload the words of the article." });
  const length = text.length - (text.match(SURROGATE_PAIR)?.length ?? 0);
  if (length > MAX_CODE_POINTS) return err(tooLong(length));
  return ok({ text, codePoints: codePoint(length) });
}

/** The first character of a text that cannot be stored (U+0000, a lone surrogate), or null. */
export function characterProblem(input: string): (TextError & { readonly byte: number }) | null {
  const at = REFUSED.exec(input)?.index;
  return at === undefined ? null : refusedCharacter(input, at);
}

function refusedCharacter(input: string, at: number): TextError & { readonly byte: number } {
  const byte = utf8Length(input.slice(0, at));
  const place = `at byte ${byte.toLocaleString("en")}`;
  if (input.charCodeAt(at) === 0) {
    return { code: "nul", byte, message: `The text has a null character (U+0000) ${place}. Remove it and try again.` };
  }
  return { code: "lone_surrogate", byte, message: `The text has half a character (a lone surrogate) ${place}. Remove it and try again.` };
}

function tooLong(codePoints: number): TextError {
  const [has, limit] = [codePoints.toLocaleString("en"), MAX_CODE_POINTS.toLocaleString("en")];
  return { code: "too_long", codePoints, limit: MAX_CODE_POINTS, message: `The text has ${has} characters. The limit is ${limit}. Split it and try again.` };
}
