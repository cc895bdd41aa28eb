import type { KeptSpan } from "@/lib/annotations/history";
import { FRAMINGS as NAMES } from "@/lib/codebook/framing";
import type { Random } from "@/lib/kernel/random";
import { newsText } from "../text";

/** One mark of an annotator: half-open, one of three framings (0 to 2). */
export type Marked = { readonly annotator: number; readonly start: number; readonly end: number; readonly framing: number };
/** What an annotator submitted of an article, as a submission keeps it. */
export type Submitted = { readonly article: number; readonly annotator: number; readonly spans: readonly KeptSpan[] };

export const FRAMINGS = 3;
const CHARACTERS = 5_000;

/**
 * The marks of one article by several annotators who see the same places, of 20 to 200 characters, with their own eyes:
 * each finds a place or not, moves its edges by up to ten characters, and now and then takes one framing for another.
 * `marks`: how many each makes on average; an article is as clear as `clear` (0 to 1).
 */
export function markedArticle(annotators: number, marks: number, clear: number, random: Random): Marked[] {
  const share = () => random.below(1_000) / 1_000;
  const found = 0.4 + 0.6 * clear;
  const places = Math.max(1, Math.round(marks / found));
  const room = Math.floor(CHARACTERS / places);
  const made: Marked[] = [];
  for (let place = 0; place < places; place++) {
    const size = Math.min(20 + random.below(180), room - 24);
    const start = place * room + 10 + random.below(Math.max(1, room - size - 22));
    const framing = random.below(FRAMINGS);
    for (let annotator = 0; annotator < annotators; annotator++) {
      if (share() > found) continue;
      const [moved, other] = [share() > clear, share() > 0.5 + clear / 2];
      made.push({ annotator, start: start - (moved ? random.below(10) : 0), end: start + size + (moved ? random.below(10) : 0), framing: other ? random.below(FRAMINGS) : framing });
    }
  }
  return made;
}

export const LENGTH = CHARACTERS;

/** The number of a framing. */
export const valueOf = (framing: string): number => (NAMES as readonly string[]).indexOf(framing);

/** Those marks as submissions of an article, with everything that is kept of a mark. */
export function submissions(article: number, annotators: number, marks: readonly Marked[], random: Random): Submitted[] {
  const text = newsText(CHARACTERS, 1 + (article % 50));
  const id = () => `019a7c3e-${random.next().toString(16).padStart(8, "0").replace(/^(....)/u, "$1-")}-8000-${random.next().toString(16).padStart(12, "0")}`;
  const span = ({ start, end, framing }: Marked): KeptSpan => ({
    id: id(), targetId: id(), framing: NAMES[framing]!, voice: "own", attribution: null, speaker: null, directness: "direct", device: "words", confidence: 2, note: "", labelIds: [], fromSuggestion: false,
    parts: [{ start, end, quote: text.slice(start, end) }],
  });
  return Array.from({ length: annotators }, (_, annotator) => ({ article, annotator, spans: marks.filter((mark) => mark.annotator === annotator).map(span) }));
}
