import type { MyArticle } from "@/lib/lessons/server/my-lesson";
import { requestTranslator } from "@/components/words/request-words";

/** The articles of the lesson beside each other, or below each other on a narrow screen: headline and lead first, and what is folded away left out. */
export async function ArticleTexts({ articles }: { articles: readonly MyArticle[] }) {
  const t = await requestTranslator("pupil");
  return (
    <div className="pl-texts" data-n={articles.length}>
      {articles.map(({ articleId, title, outlet, byline, blocks }) => {
        const headline = blocks.find(({ kind }) => kind === "headline");
        return (
          <article key={articleId} aria-label={title}>
            {outlet !== null && <p className="pl-outlet"><b>{outlet}</b>{byline !== null && <span className="x12">{t("byline", { byline })}</span>}</p>}
            <h2>{headline?.text ?? title}</h2>
            {blocks.filter((block) => block !== headline).map((block, place) => <p key={place}>{block.text}</p>)}
          </article>
        );
      })}
    </div>
  );
}
