import { nameKey } from "@/lib/articles/name-key";
import { isDay, webAddress } from "@/lib/articles/provenance";
import type { BasilArticle, BasilFile, BasilPhrase } from "./folder";

/** Something of BASIL that the project has no place for: why, where, and what stood there. */
export type LeftOut = { readonly kind: string; readonly place: string; readonly what: string };

/** BASIL as a settled study: its lines, the ten targets with the most marks (then by name), and what is left out. */
export type BasilStudy = { readonly jsonl: string; readonly focus: readonly string[]; readonly left: readonly LeftOut[]; readonly articles: number; readonly spans: number };

const OUTLETS: Readonly<Record<string, string>> = { nyt: "The New York Times", fox: "Fox News", hpo: "HuffPost" };
const FRAMING: Readonly<Record<string, string>> = { pos: "advocacy", neg: "critical" };
const VOICE: Readonly<Record<string, string>> = { no: "own", yes: "quoted" };
const DEVICE: Readonly<Record<string, string>> = { lex: "words", inf: "facts" };
const AIM: Readonly<Record<string, string>> = { dir: "direct", ind_pro: "indirect", ind_anti: "indirect", ind_general: "indirect" };
/** Speakers of whom BASIL says only for whom they speak: nobody's name. */
const UNNAMED = /^other_(?:pro|anti|neutral)$/u;
/** What annotators chose where the target was none of the list. */
const NO_TARGET = /^(?:|other|none|(?:not one|none) of the above.*)$/iu;
const FOCUS = 10;

/** How the articles were chosen, for the report card. */
export const BASIL_SAMPLING = "By the authors of BASIL (Fan et al., 2019): 100 events of 2010 to 2019, ten a year, each as The New York Times, Fox News and HuffPost told it. An article counts for a target where BASIL has a span about it.";

/**
 * Turns BASIL into a settled study. The text is the headline and the paragraphs, sentences with a space between each;
 * a phrase lies in the sentence of its id (“title”, or “p” and the sentence's number from 0) at its offsets. Polarity is
 * the framing, quote the voice, lexical or informational the device, aim the directness. What has no place in the
 * project is in `left`, one by one.
 */
export function basilStudy(files: readonly BasilFile[]): BasilStudy {
  const left: LeftOut[] = [];
  const events = eventNames(files);
  const marks = new Map<string, { name: string; n: number }>();
  const lines = files.flatMap(({ name, article, annotations }) => {
    const leave = (kind: string, where = "", what = ""): void => void left.push({ kind, place: `${name} ${where}`.trim(), what });
    const outlet = OUTLETS[article.source.toLowerCase()];
    if (annotations === null) leave("articles without annotations");
    if (outlet === undefined) leave("articles of an unknown source", "", article.source);
    if (annotations === null || outlet === undefined) return [];
    const { text, places } = laidOut(article);
    const spans = annotations["phrase-level-annotations"].flatMap((phrase, i) => {
      const span = spanOf(phrase, places);
      if ("kind" in span) {
        leave(span.kind, `phrase ${i} (${phrase.id})`, span.what);
        return [];
      }
      const key = nameKey(span.target);
      marks.set(key, { name: marks.get(key)?.name ?? span.target, n: (marks.get(key)?.n ?? 0) + 1 });
      return [span];
    });
    const title = [...article.title.trim()].slice(0, 300).join("") || null;
    if (title === null) leave("headlines that are empty; the first paragraph stands in their place");
    if (!isDay(article.date)) leave("days that are none", "", article.date);
    const url = webAddress(article.url);
    if (url === null) leave("addresses that are none", "", article.url);
    const whole = Object.keys(annotations["article-level-annotations"]).filter((one) => one !== "notes").length;
    if (whole > 0) leave("answers on the whole article, whose three steps or leaning are not the project's scale", "", `${whole} answers`);
    return [{ key: name, title, text, outlet, language: "en", publishedOn: isDay(article.date) ? article.date : null, url, event: events.get(article["triplet-uuid"]), spans }];
  });
  const focus = [...marks.values()].sort((a, b) => b.n - a.n || (a.name < b.name ? -1 : 1)).slice(0, FOCUS).map(({ name }) => name);
  return { jsonl: lines.map((line) => JSON.stringify(line)).join("\n"), focus, left, articles: lines.length, spans: lines.reduce((sum, one) => sum + one.spans.length, 0) };
}

/** The text of an article, and where in it (code points) each sentence begins, by the id that phrases name it with. */
function laidOut(article: BasilArticle): { text: string; places: ReadonlyMap<string, { start: number; sentence: string[] }> } {
  const places = new Map<string, { start: number; sentence: string[] }>();
  const length = (text: string): number => [...text].length;
  places.set("title", { start: 0, sentence: [...article.title] });
  let text = article.title;
  let n = 0;
  for (const paragraph of article["body-paragraphs"]) {
    text += "\n\n";
    for (const [i, sentence] of paragraph.entries()) {
      if (i > 0) text += " ";
      places.set(`p${n++}`, { start: length(text), sentence: [...sentence] });
      text += sentence;
    }
  }
  return { text, places };
}

/** The mark that a phrase is, or why it is none. */
function spanOf(phrase: BasilPhrase, places: ReturnType<typeof laidOut>["places"]) {
  const place = places.get(phrase.id);
  const [framing, voice, device, directness] = [FRAMING[phrase.polarity], VOICE[phrase.quote], DEVICE[phrase.bias], AIM[phrase.aim]];
  const target = readable(phrase.target);
  if (place === undefined) return { kind: "phrases of a sentence that is not there", what: phrase.id };
  if (place.sentence.slice(phrase.start, phrase.end).join("") !== phrase.txt) return { kind: "phrases with other words than stand at their place", what: phrase.txt };
  if (NO_TARGET.test(target)) return { kind: "phrases without a target of their own", what: phrase.target };
  if (framing === undefined) return { kind: "phrases without a polarity", what: phrase.polarity };
  if (voice === undefined) return { kind: "phrases that do not say whether they are quoted", what: phrase.quote };
  if (device === undefined) return { kind: "phrases that are neither lexical nor informational", what: phrase.bias };
  if (directness === undefined) return { kind: "phrases without an aim", what: phrase.aim };
  const start = place.start + phrase.start;
  const named = voice === "quoted" && phrase.speaker !== "" && !UNNAMED.test(phrase.speaker);
  return { parts: [{ start, end: place.start + phrase.end, quote: phrase.txt }], target, framing, voice, speaker: named ? readable(phrase.speaker) : null, directness, device, note: noteOf(phrase, named) };
}

/** What the project has no field for, kept in the note: whom an indirect hit goes through, how unnamed speakers stand, and BASIL's own note. */
function noteOf(phrase: BasilPhrase, named: boolean): string {
  const through = phrase.aim === "dir" ? "" : [phrase.aim, readable(phrase["indirect-target-name"]), phrase["indirect-ally-opponent-sentiment"]].filter((one) => one !== "").join(", ");
  return [through && `Indirect: ${through}`, phrase.speaker !== "" && !named ? `Speaker: ${phrase.speaker}` : "", phrase.notes && `BASIL: ${phrase.notes}`].filter((one) => one !== "").join("\n");
}

/** Names stand with low lines in place of spaces. */
const readable = (name: string): string => name.replaceAll("_", " ").replace(/\s+/gu, " ").trim();

/** Each event by its first day and what its articles call it, or the first headline there is; told apart where two are called the same. */
function eventNames(files: readonly BasilFile[]): Map<string, string> {
  const triplets = new Map<string, BasilArticle[]>();
  for (const { article } of files) triplets.set(article["triplet-uuid"], [...(triplets.get(article["triplet-uuid"]) ?? []), article]);
  const names = new Map<string, string>();
  for (const [id, all] of triplets) {
    const day = all.map(({ date }) => date).filter(isDay).sort()[0] ?? "";
    const called = all.map((one) => one["main-event"].trim()).find((one) => one !== "") ?? all.map((one) => one.title.trim()).find((one) => one !== "") ?? id;
    const name = [...`${day} ${called}`.trim()].slice(0, 180).join("");
    names.set(id, [...names.values()].some((other) => nameKey(other) === nameKey(name)) ? `${name} (${id.slice(0, 8)})` : name);
  }
  return names;
}
