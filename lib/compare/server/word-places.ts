import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { TextIndex } from "@/lib/text/text-index";
import { codePoint } from "@/lib/text/units";
import { phrasePlaces } from "../words/phrases";
import type { WordPlace, WordsChoice } from "../words/report";
import { readScope } from "./word-scope";
import { eachText, markedRanges } from "./word-texts";

/** Places that one answer holds, and code points beside each. */
const MOST_PLACES = 50;
const BESIDE = 60;

/** Where an outlet uses a word or phrase, in what the choice counts; at most 50 places. */
export async function readWordPlaces(actor: MemberActor, choice: WordsChoice, { word, outletId }: { word: string; outletId: string }): Promise<WordPlace[]> {
  const ranges = choice.basis === "spans" ? await markedRanges(actor, choice) : null;
  const { articles } = await readScope(actor, choice.setId, ranges === null ? null : [...ranges.keys()]);
  const own = new Map(articles.filter((article) => article.outletId === outletId).map((article) => [article.id, article]));
  const places: WordPlace[] = [];
  await eachText(actor, [...own.keys()], ranges, (articleId, stretches) => {
    for (const { start, text } of stretches) {
      for (const found of places.length < MOST_PLACES ? phrasePlaces(text, word, own.get(articleId)?.language ?? null) : []) {
        const index = new TextIndex(text);
        const cut = (from: number, to: number): string => index.slice(codePoint(Math.max(0, from)), codePoint(Math.min(index.codePointLength, to)));
        places.push({ articleId, title: own.get(articleId)?.title ?? "", start: start + found.start, end: start + found.end, before: cut(found.start - BESIDE, found.start), quote: cut(found.start, found.end), after: cut(found.end, found.end + BESIDE) });
      }
    }
  });
  return places.slice(0, MOST_PLACES);
}
