import type { HandOut } from "@/lib/lessons/server/hand-out";
import { requestTranslator } from "@/components/words/request-words";

/** One article on its own sheet, its paragraphs numbered, so that a class can speak of them. */
export async function HandOutArticle({ letter, article, event }: { letter: string; article: HandOut; event: string }) {
  const t = await requestTranslator("lessonPrint");
  const headline = article.blocks.find(({ kind }) => kind === "headline");
  const rest = article.blocks.filter((block) => block !== headline);
  return (
    <article className="ho-sheet" aria-label={t("article", { letter })}>
      <p className="x12">{t("article", { letter })}{event !== "" && ` · ${event}`}{article.outlet !== null && ` · ${article.outlet}`}</p>
      {headline && <h2>{headline.text}</h2>}
      <ol>{rest.map((block, place) => <li key={place}>{block.text}</li>)}</ol>
    </article>
  );
}
