import { useCallback, useState } from "react";
import { unwrap } from "@/components/api/client";
import { talkApi, type Heat, type HeatLesson, type Passage, type Place } from "./api";
import { useReading, type Reading } from "./use-reading";

/** What of a lesson's heat maps is looked at: one article and one target of it. */
export type HeatLook = {
  readonly articleId: string | null;
  readonly targetId: string | null;
  /** The heat maps of all articles about the target, in the lesson's order. */
  readonly heats: Reading<readonly Heat[]>;
  readonly heat: Heat | null;
  readonly showArticle: (articleId: string) => void;
  readonly showTarget: (targetId: string) => void;
};

/** The heat maps of a lesson. `sees`: whether they may be seen yet; nothing is asked before. */
export function useHeat(projectId: string, lesson: Pick<HeatLesson, "articles" | "targets">, sees: boolean): HeatLook {
  const [look, setLook] = useState<{ article: string | null; target: string | null }>({ article: null, target: null });
  const has = (list: readonly { id: string }[], one: string | null): boolean => list.some(({ id }) => id === one);
  const targetId = has(lesson.targets, look.target) ? look.target : (lesson.targets[0]?.id ?? null);
  const ids = lesson.articles.map(({ articleId }) => articleId);
  const articleId = look.article !== null && ids.includes(look.article) ? look.article : (ids[0] ?? null);
  const articles = ids.join(" ");
  const ask = useCallback(
    async (): Promise<readonly Heat[]> =>
      !sees || articles === "" ? [] : Promise.all(articles.split(" ").map((article) => unwrap(talkApi.heat.$get({ param: { projectId }, query: { article, ...(targetId === null ? {} : { target: targetId }) } })))),
    [projectId, articles, targetId, sees],
  );
  const heats = useReading(ask);
  return {
    articleId, targetId, heats,
    heat: heats.value?.find((one) => one.articleId === articleId) ?? null,
    showArticle: (article) => setLook((before) => ({ ...before, article })),
    showTarget: (target) => setLook((before) => ({ ...before, target })),
  };
}

/** Both sides of a passage; null while none is chosen. */
export function usePassage(projectId: string, place: Place | null, targetId: string | null): Reading<Passage | null> {
  const [article, start, end] = [place?.articleId ?? null, place?.start ?? 0, place?.end ?? 0];
  const ask = useCallback(
    async (): Promise<Passage | null> =>
      article === null ? null : unwrap(talkApi.passage.$get({ param: { projectId }, query: { article, start: String(start), end: String(end), ...(targetId === null ? {} : { target: targetId }) } })),
    [projectId, article, start, end, targetId],
  );
  return useReading(ask);
}
