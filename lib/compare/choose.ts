/** Fewer articles have nothing to be compared with. */
export const FEWEST = 2;
/** More do not fit beside one another. */
export const MOST = 6;
/** A set of more articles begins with this many. */
export const AT_FIRST = 4;

/** What of an article decides which are compared first. */
export type Choosable = { readonly id: string; readonly workId: string; readonly outletId: string | null };

/** Which articles are compared, and how many of those asked for are not among the articles (any more). */
export type Chosen = { readonly ids: readonly string[]; readonly missing: number };

/**
 * Which articles of a set are compared: those asked for, in that order, at most six; else all of a small set; else the
 * first four of different works, and of different outlets as far as they go, in the order of the set.
 */
export function chooseArticles(articles: readonly Choosable[], asked: readonly string[]): Chosen {
  const known = new Set(articles.map(({ id }) => id));
  const wanted = [...new Set(asked)];
  const found = wanted.filter((id) => known.has(id)).slice(0, MOST);
  const missing = wanted.filter((id) => !known.has(id)).length;
  if (found.length > 0) return { ids: found, missing };
  if (articles.length <= AT_FIRST) return { ids: articles.map(({ id }) => id), missing };
  const taken: Choosable[] = [];
  for (const strict of [2, 1, 0])
    for (const one of articles) {
      if (taken.length === AT_FIRST) break;
      const apart = (other: Choosable): boolean => other.id !== one.id && (strict < 1 || other.workId !== one.workId) && (strict < 2 || one.outletId === null || other.outletId !== one.outletId);
      if (taken.every(apart)) taken.push(one);
    }
  const ids = new Set(taken.map(({ id }) => id));
  return { ids: articles.filter(({ id }) => ids.has(id)).map(({ id }) => id), missing };
}
