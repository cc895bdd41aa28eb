/** How many letters of a word stand for it in a language without endings of its own here. */
const HEAD = 6;
const LATIN = /^\p{sc=Latin}+$/u;
const VOWEL = /[aeiouy]/;

/**
 * What a folded word and its inflected forms share. English: plural and verb endings as in step 1 of Porter (1980);
 * German: the case and plural endings of Savoy's light stemmer (2006); other Latin scripts: the first six letters;
 * others as they are. Only for telling whether two sentences share a word; never shown.
 */
export function stem(word: string, language: string | null): string {
  if (!LATIN.test(word) || word.length < 4) return word;
  const tongue = (language ?? "en").slice(0, 2).toLowerCase();
  if (tongue === "en") return english(word);
  if (tongue === "de") return german(word);
  return word.normalize("NFD").replace(/\p{M}/gu, "").slice(0, HEAD);
}

function english(word: string): string {
  const plain = word.endsWith("ies") ? `${word.slice(0, -3)}y` : /(?:ss|sh|ch|x)es$/.test(word) ? word.slice(0, -2) : /[^suiy]s$|[^au]ys$/.test(word) ? word.slice(0, -1) : word;
  if (plain.endsWith("ied")) return `${plain.slice(0, -3)}y`;
  const ending = /(?:ed|ing|ly)$/.exec(plain)?.[0];
  const body = ending === undefined ? plain : plain.slice(0, -ending.length);
  const bare = ending === undefined || body.length < 3 || !VOWEL.test(body) ? plain : /([^aeiouls])\1$/.test(body) ? body.slice(0, -1) : body;
  // "close", "closed" and "closing" meet without their e.
  return bare.length > 3 && bare.endsWith("e") ? bare.slice(0, -1) : bare;
}

function german(word: string): string {
  const plain = word.replace(/ä/g, "a").replace(/ö/g, "o").replace(/ü/g, "u").replace(/ß/g, "ss");
  for (const ending of ["ern", "em", "en", "er", "es", "e", "n", "s"]) {
    if (plain.endsWith(ending) && plain.length - ending.length >= 4) return plain.slice(0, -ending.length);
  }
  return plain;
}
