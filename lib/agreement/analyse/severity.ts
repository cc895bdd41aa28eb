import type { Material } from "../material/material";
import type { Severity } from "../report";
import { shareOf } from "./pairs";

/** How much each annotator marks, and how much of it as critical, over the articles that others submitted as well. */
export function severityOf({ annotators, articles }: Material): Severity[] {
  const counts = annotators.map(() => ({ spans: 0, critical: 0, words: 0, articles: 0 }));
  for (const { works, words } of articles)
    for (const { annotator, spans } of works) {
      const count = counts[annotator]!;
      count.spans += spans.length;
      count.critical += spans.filter(({ framing }) => framing === "critical").length;
      count.words += words;
      count.articles += 1;
    }
  return annotators.map(({ id }, i) => {
    const { spans, critical, words, articles: read } = counts[i]!;
    return { annotatorId: id, spans, per1000Words: shareOf(1000 * spans, words), critical: shareOf(critical, spans), articles: read };
  });
}
