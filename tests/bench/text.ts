/** A word of a text and where it stands, in code points. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

const WORDS = "the council closed quay traders said Friday after months of talks about repairs that nobody had planned and a mayor who “listens to everyone” while prices rose again in every street of São Brás 🌉".split(" ");

/** A made-up article of exactly `length` code points, in paragraphs of about 500; another `seed` gives another text. */
export function newsText(length: number, seed: number): string {
  let state = (seed * 2_654_435_761) >>> 0 || 1;
  const next = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  const parts: string[] = [];
  let size = 0;
  let line = 0;
  while (size <= length) {
    const word = WORDS[Math.floor(next() * WORDS.length)] ?? "the";
    const points = [...word].length + 1;
    const ends = line > 440 && next() < 0.2;
    parts.push(word, ends ? "\n" : " ");
    line = ends ? 0 : line + points;
    size += points;
  }
  const text = [...parts.join("")].slice(0, length).join("").trimEnd();
  // Dots instead of blank space at the end, which would be an empty last block.
  return text + ".".repeat(length - [...text].length);
}

/** Every word of a text. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let word = "";
  let at = 0;
  for (const point of [...text, " "]) {
    if (/\s/u.test(point)) {
      if (word !== "") words.push({ start: at - [...word].length, end: at, quote: word });
      word = "";
    } else word += point;
    at += 1;
  }
  return words;
}
