"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Tag } from "@/components/ui/tag";
import { LESSON_ARTICLES } from "@/lib/lessons/lesson";
import type { PlanArticle } from "@/lib/lessons/server/change-plan";
import { moved, type Draft } from "./draft";
import { MoveButtons } from "./move-buttons";

type Props = { projectId: string; material: readonly PlanArticle[]; articles: Draft["articles"]; onChange: (articles: Draft["articles"]) => void };

const usual = ({ blocks }: PlanArticle): number[] => {
  const open = blocks.filter(({ kind }) => kind === "headline").concat(blocks.filter(({ kind }) => kind === "paragraph").slice(0, 3));
  return (open.length > 0 ? open : blocks.slice(0, 3)).map(({ ordinal }) => ordinal).sort((a, b) => a - b);
};

/** Which articles the lesson has, in which order, and which of their paragraphs are open. */
export function ArticlesField({ projectId, material, articles, onChange }: Props) {
  const t = useTranslations("lessonPlan.articles");
  const byId = new Map(material.map((one) => [one.id, one]));
  const others = material.filter(({ id }) => !articles.some((one) => one.articleId === id));
  const full = articles.length >= LESSON_ARTICLES.most;
  return (
    <div className="stack s3">
      {articles.map((one, place) => {
        const article = byId.get(one.articleId);
        if (!article) return null;
        const set = (blockOrdinals: readonly number[]) => onChange(articles.map((other) => (other === one ? { ...one, blockOrdinals } : other)));
        const words = article.blocks.filter(({ ordinal }) => one.blockOrdinals.includes(ordinal)).reduce((sum, block) => sum + block.words, 0);
        return (
          <fieldset className="card lp-article" key={one.articleId}>
            <legend className="vh">{article.title}</legend>
            <div className="lp-article-h">
              <p className="t16">{article.title}</p>
              <p className="x12">{article.outlet ?? t("unknown")} · {t("open", { words })}</p>
              <MoveButtons name={article.title} onUp={place > 0 ? () => onChange(moved(articles, place, -1)) : undefined} onDown={place < articles.length - 1 ? () => onChange(moved(articles, place, 1)) : undefined} onRemove={() => onChange(articles.filter((other) => other !== one))} />
            </div>
            <div className="lp-blocks">
              {article.blocks.map((block) => (
                <Checkbox
                  key={block.ordinal}
                  checked={one.blockOrdinals.includes(block.ordinal)}
                  onChange={({ target }) => set(target.checked ? [...one.blockOrdinals, block.ordinal].sort((a, b) => a - b) : one.blockOrdinals.filter((ordinal) => ordinal !== block.ordinal))}
                  label={<span className="serif lp-words">{block.text}</span>}
                />
              ))}
            </div>
          </fieldset>
        );
      })}
      {articles.length === 0 && <p className="muted">{t("none")}</p>}
      {others.length > 0 && !full && (
        <ul className="lp-others" aria-label={t("others")}>
          {others.map((article) => (
            <li key={article.id}>
              <span className="cut">{article.title}</span>{article.outlet !== null && <Tag>{article.outlet}</Tag>}
              <Button size="small" label={t("takeThis", { name: article.title })} onClick={() => onChange([...articles, { articleId: article.id, blockOrdinals: usual(article) }])}>{t("take")}</Button>
            </li>
          ))}
        </ul>
      )}
      <div className="wrap"><Button href={`/p/${projectId}/articles/new`}>{t("add")}</Button>{full && <span className="x12">{t("full")}</span>}</div>
    </div>
  );
}
