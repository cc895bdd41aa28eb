const SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu bra cle dri flo gru sha tre kin lor mus nat per".split(" ");
const SMALL = "the of and to in a that for was on with as it by at from his her were an which had their has but not be this who".split(" ");
/** How many longer words there are. */
const WORDS = 6_000;

const word = (n: number): string => `${SYLLABLES[n % 32]!}${SYLLABLES[(n >> 5) % 32]!}${n >= 1024 ? SYLLABLES[(n >> 10) % 32]! : ""}`;
const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);

/**
 * The text of article `n`: a headline and paragraphs of about 500 characters, 5,000 in all. Its words are drawn from
 * 6,000 (some far more often than others, as in any language) and 30 small ones, every fifth paragraph is a quotation
 * with its speaker; no two articles are near copies.
 */
export function articleText(n: number): string {
  let state = ((n + 1) * 2_654_435_761) >>> 0;
  const draw = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  const some = (): string => (draw() < 0.4 ? SMALL[Math.floor(draw() * SMALL.length)]! : word(Math.floor(draw() ** 2 * WORDS)));
  const sentence = (length: number): string => capital(Array.from({ length }, some).join(" "));
  const lines = [`${sentence(6)} ${n}`];
  for (let size = lines[0]!.length; size < 4_900; size += lines.at(-1)!.length + 1) {
    const name = `${capital(word(Math.floor(draw() * 500)))} ${capital(word(Math.floor(draw() * 5_000)))}`;
    lines.push(lines.length % 5 === 0 ? `“${sentence(14)},” said ${name}, “${some()} ${some()} ${some()}.” ${sentence(12)}.` : Array.from({ length: 5 }, () => `${sentence(14)}.`).join(" "));
  }
  return lines.join("\n").slice(0, 5_000).trimEnd();
}

/** Bytes of a line of `paddedLine`. */
export const LINE_BYTES = 6_000;

/** Article `n` as a line of JSON of exactly `LINE_BYTES` bytes, so that a file of any size can be made piece by piece. */
export function paddedLine(n: number): Buffer {
  const line = Buffer.alloc(LINE_BYTES, " ");
  line.write(JSON.stringify({ title: `Report ${n}`, text: articleText(n), outlet: `Paper ${n % 40}`, language: "en" }));
  line.write("\n", LINE_BYTES - 1);
  return line;
}

/** Such articles as lines of JSON, as a collection is handed on. */
export function jsonl(count: number, from = 0): Buffer {
  const lines: string[] = [];
  for (let n = from; n < from + count; n += 1) lines.push(JSON.stringify({ title: `Report ${n}`, text: articleText(n), outlet: `Paper ${n % 40}`, published: "2024-05-17", byline: `Writer ${n % 300}`, language: "en" }), "\n");
  return Buffer.from(lines.join(""));
}
