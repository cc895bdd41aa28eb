"use client";

import { useTranslations } from "use-intl/react";
import { useOutbox } from "@/components/annotator/unsent/unsent-provider";
import { unwrap } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Skeleton } from "@/components/ui/skeleton";
import { TextArea } from "@/components/ui/text-area";
import { HEADLINE_LIMITS } from "@/lib/lessons/headline";
import type { Lesson } from "@/lib/lessons/lesson";
import type { Headline } from "@/lib/lessons/server/headlines";
import { as, writingApi } from "./api";
import { WritingStanding } from "./standing";
import { useHeadlines } from "./use-headlines";
import { useKeeper } from "./use-keeper";

type Words = { body: string; reason: string; shared: boolean };
const EMPTY: Words = { body: "", reason: "", shared: false };
const wordsOf = (one: Headline | undefined) => (one ? { value: { body: one.body, reason: one.reason, shared: one.shared }, version: one.version } : { value: EMPTY, version: 0 });

/** A pupil writes a neutral headline for each article; what they type is kept on the device until it is saved. */
export function WriteStep({ projectId, lesson }: { projectId: string; lesson: Pick<Lesson, "articles"> }) {
  const t = useTranslations("lessonWriting");
  const { list, problem, look } = useHeadlines(projectId);
  const outbox = useOutbox();
  if (!list || !outbox) return problem ? <><Alert>{problem}</Alert><Button onClick={() => void look()}>{t("again")}</Button></> : <Skeleton label={t("loading")} rows={4} />;
  const own = (articleId: string) => list.items.find((one) => one.mine && one.articleId === articleId);
  return (
    <div className="lw">
      {lesson.articles.map(({ articleId, title }) => (
        <OneHeadline key={articleId} {...{ projectId, articleId, title, memberId: outbox.owner.memberId }} stored={own(articleId)} />
      ))}
    </div>
  );
}

function OneHeadline({ projectId, articleId, title, memberId, stored }: { projectId: string; articleId: string; title: string; memberId: string; stored: Headline | undefined }) {
  const t = useTranslations("lessonWriting");
  const save = async (value: Words, version: number) => wordsOf(await unwrap(writingApi.headlines[":articleId"].$put({ param: { projectId, articleId }, json: { ...value, ...(version === 0 ? {} : { version }) } }, as(memberId))));
  const { keeper, now } = useKeeper<Words>(`${memberId} ${articleId}`, wordsOf(stored), ({ body }) => body.trim() !== "", save);
  const { body, reason, shared } = now.value;
  return (
    <section className="lw-one" aria-labelledby={`lw-${articleId}`}>
      <div>
        <p className="x12">{t("was")}</p>
        <h2 id={`lw-${articleId}`}>{title}</h2>
      </div>
      <TextArea className="lw-line" serif label={t("headline")} rows={2} maxLength={HEADLINE_LIMITS.body} value={body} onChange={(event) => keeper.write({ body: event.target.value.replace(/\n/gu, " ") })} />
      <TextArea label={t("reason")} hint={t("reasonHint")} rows={2} maxLength={HEADLINE_LIMITS.reason} value={reason} onChange={(event) => keeper.write({ reason: event.target.value })} />
      <Checkbox label={t("share")} hint={t("shareHint")} checked={shared} onChange={(event) => keeper.write({ shared: event.target.checked })} />
      {stored?.hidden && <p className="x12">{t("hiddenFromClass")}</p>}
      <WritingStanding keeper={keeper} now={now} say={(words) => words.body} />
    </section>
  );
}
