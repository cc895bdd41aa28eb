import { alignPassages } from "@/lib/compare/align/align";
import type { ComparedArticle } from "@/lib/compare/passage";
import { findSentences } from "@/lib/text/sentences";
import { TextIndex } from "@/lib/text/text-index";
import type { Line } from "./bed";
import { interleaved, processorTime } from "./statistics";

const [ARTICLES, WORDS, ROUNDS] = [6, 2_000, 9];
/** Both sides run so often before, so that both are compiled. */
const WARM = 25;

/** Words as often as in a language (the n-th with a share of 1/n), so that most pairs of sentences share some. */
const VOCABULARY = Array.from({ length: 4_000 }, (_, i) => `${"bcdfghklmnprstvw"[i % 16]}${"aeiou"[i % 5]}${"lmnrst"[i % 6]}${"aeiou"[(i >> 3) % 5]}${"bdgklmnprst"[i % 11]}${i > 800 ? "ing" : ""}`);

/** A made-up article of six to a dozen sentences a paragraph; a third of its sentences are told alike in the others. */
function article(seed: number): string[] {
  let state = Math.imul(seed + 1, 2_654_435_761) >>> 0;
  const next = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  const word = (draw: () => number) => VOCABULARY[Math.floor(VOCABULARY.length ** draw()) - 1] ?? "the";
  const sentence = (draw: () => number) => {
    const words = Array.from({ length: 14 + Math.floor(draw() * 16) }, () => (draw() < 0.35 ? ["the", "of", "and", "to", "in"][Math.floor(draw() * 5)] : draw() < 0.06 ? String(Math.floor(draw() * 300)) : word(draw)));
    return `${words.join(" ").replace(/^./, (first) => first.toUpperCase())}.`;
  };
  const shared = (number: number) => {
    let own = Math.imul(number + 77, 2_246_822_519) >>> 0;
    return sentence(() => (own = (Math.imul(own, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32);
  };
  const paragraphs: string[] = [];
  for (let [words, number] = [0, 0]; words < WORDS; number += 1) {
    const line = number % 3 === 0 ? shared(number) : sentence(next);
    if (number % 4 === 0) paragraphs.push(line);
    else paragraphs[paragraphs.length - 1] += ` ${line}`;
    words += line.split(" ").length;
  }
  return paragraphs;
}

/** Aligning six articles of 2,000 words, both orders, against splitting the same articles into sentences. */
export async function align(): Promise<Line[]> {
  const texts = Array.from({ length: ARTICLES }, (_, i) => article(i));
  const split = () => texts.map((paragraphs) => paragraphs.map((text) => findSentences(text, "en")));
  const articles = texts.map((paragraphs, i): ComparedArticle => {
    const sentences = paragraphs.flatMap((text) => findSentences(text, "en").map(({ start, end }) => ({ text: new TextIndex(text).slice(start, end), start, end })));
    let at = 0;
    return { id: String(i), language: "en", publishedOn: null, sentences: sentences.map(({ text }, index) => ({ index, start: at, end: (at += text.length + 1) - 1, text, kind: index === 0 ? "headline" : "paragraph" })) };
  });
  const lines: Line[] = [];
  for (const order of ["free", "monotone"] as const) {
    for (let i = 0; i < WARM; i++) void [split(), alignPassages(articles, [], { order })];
    const { reference, ours, drift } = await interleaved(() => processorTime(split), () => processorTime(() => alignPassages(articles, [], { order })), ROUNDS);
    const count = articles.reduce((sum, { sentences }) => sum + sentences.length, 0);
    lines.push({ what: `Align six articles of 2,000 words (${count} sentences), ${order} order`, unit: "×", goal: { atMost: 10 }, reference: `${reference.toFixed(1)} ms, splitting them into sentences`, ours: `${ours.toFixed(1)} ms`, value: ours / reference, drift });
  }
  return lines;
}
