import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { reanchoring } from "@/lib/articles/reanchor/reanchor";
import { capturedTexts } from "@/lib/articles/server/captured-texts";
import { TextIndex } from "@/lib/text/text-index";
import { codePoint } from "@/lib/text/units";

type OldPlace = { readonly articleId: string; readonly revisionId: string; readonly start: number; readonly end: number };
/** Where the words of a place stand in the current text of their article; `moved` where that text is not the one they were taken from. */
export type PlaceNow = { readonly articleId: string; readonly start: number; readonly end: number; readonly moved: boolean };

/**
 * Makes what finds places in the articles' current texts: where they are, where the same or lightly edited words went,
 * or null where no such words are left.
 * @param current the current revision of each article
 */
export async function placesNow(actor: MemberActor, current: ReadonlyMap<string, string>, places: readonly OldPlace[]): Promise<(place: OldPlace) => PlaceNow | null> {
  const old = places.filter((place) => current.has(place.articleId) && current.get(place.articleId) !== place.revisionId);
  const texts = await capturedTexts(actor, old.flatMap((place) => [place.revisionId, current.get(place.articleId)!]));
  const finders = new Map<string, ReturnType<typeof reanchoring>>();
  return ({ articleId, revisionId, start, end }) => {
    const now = current.get(articleId);
    if (now === undefined) return null;
    if (now === revisionId) return { articleId, start, end, moved: false };
    const [before, after] = [texts.get(revisionId), texts.get(now)];
    if (!before || !after) return null;
    const find = finders.get(revisionId) ?? reanchoring(before, after);
    finders.set(revisionId, find);
    const { parts } = find([{ start, end, quote: new TextIndex(before.text).slice(codePoint(start), codePoint(end)) }]);
    const [first, last] = [parts[0], parts.at(-1)];
    return first && last ? { articleId, start: first.start, end: last.end, moved: true } : null;
  };
}
