import type { Material, MaterialArticle } from "../material/material";
import type { Week } from "../report";

const DAY_MS = 86_400_000;

/** The Monday (UTC, YYYY-MM-DD) of the week in which the last of an article's annotators submitted it first. */
export function weekOf({ works }: Pick<MaterialArticle, "works">): string {
  const last = works.reduce((latest, { submittedAt }) => Math.max(latest, Date.parse(submittedAt)), 0);
  const day = Math.floor(last / DAY_MS);
  // 1 January 1970 was a Thursday.
  return new Date((day - ((day + 3) % 7)) * DAY_MS).toISOString().slice(0, 10);
}

/** The weeks of the material's articles in order, each with the figure that `figure` makes of its articles (as a set of their indices). */
export function weeksOf({ articles }: Material, figure: (articles: ReadonlySet<number>) => Pick<Week, "figure" | "interval">): Week[] {
  const weeks = new Map<string, Set<number>>();
  articles.forEach((article, i) => {
    const monday = weekOf(article);
    const week = weeks.get(monday) ?? new Set();
    weeks.set(monday, week.add(i));
  });
  return [...weeks].sort(([a], [b]) => (a < b ? -1 : 1)).map(([monday, week]) => ({ monday, articles: week.size, ...figure(week) }));
}
