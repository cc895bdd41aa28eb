import type { WorkRow } from "@/lib/stance/behind";
import type { StanceChoice } from "@/lib/stance/choice";
import { BOM, type Cell, csvRecords } from "./csv";
import { choiceLines } from "./stance-csv";

const VOICES = ["own", "quoted", "embedded", "none"] as const;
const FRAMINGS = ["critical", "neutral", "advocacy"] as const;

/** The columns of works.csv: one row per coder and article, from which the figure can be computed again. */
export const WORKS_COLUMNS = [
  "work_id", "work_value", "article_id", "title", "outlet", "publisher", "published_on", "genre", "article_value", "settled", "coder_id", "coder", "value", "spans", ...VOICES.flatMap((voice) => FRAMINGS.map((framing) => `${voice}_${framing}`)),
] as const;

/** Every work behind a figure. Of the settled record `coder` is empty. */
export function worksCsv({ choice, works, about }: { choice: StanceChoice; works: readonly WorkRow[]; about: Readonly<Record<string, string>> }): string {
  const records = works.flatMap((work) =>
    work.articles.flatMap((article) =>
      article.coders.map((coder): Cell[] => [
        work.workId, work.value, article.articleId, article.title, article.outlet, article.publisher, article.publishedOn, article.genre, article.value, article.settled, coder.coderId, coder.name, coder.value, coder.spans,
        ...VOICES.flatMap((voice) => FRAMINGS.map((framing) => coder.counts[voice][framing])),
      ]),
    ),
  );
  return `${BOM}${csvRecords([...choiceLines(choice, about), [...WORKS_COLUMNS], ...records])}`;
}
