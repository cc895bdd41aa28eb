"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { ApiProblem, unwrap } from "@/components/api/client";
import { useOutbox } from "@/components/annotator/unsent/unsent-provider";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { Lesson } from "@/lib/lessons/lesson";
import type { Headline } from "@/lib/lessons/server/headlines";
import { as, writingApi } from "./api";
import { useHeadlines } from "./use-headlines";

/** The class's headlines for each article, without names; a pupil has one vote for each article. */
export function VoteStep({ projectId, lesson }: { projectId: string; lesson: Pick<Lesson, "articles"> }) {
  const t = useTranslations("lessonWriting");
  const { list, setList, problem } = useHeadlines(projectId);
  const outbox = useOutbox();
  const [busy, setBusy] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  if (!list) return problem ? <Alert>{problem}</Alert> : null;
  if (list.stage === "own") return <p className="muted">{t("votesLater")}</p>;
  const give = async (articleId: string, headlineId: string | null) => {
    if (!outbox) return;
    setBusy(headlineId ?? articleId);
    setRefused(null);
    try {
      const who = as(outbox.owner.memberId);
      const place = { projectId, articleId };
      setList(await unwrap(headlineId === null ? writingApi.votes[":articleId"].$delete({ param: place }, who) : writingApi.votes[":articleId"].$put({ param: place, json: { headlineId } }, who)));
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setRefused(error.problem.detail);
    }
    setBusy(null);
  };
  return (
    <div className="lw">
      {refused && <Alert>{refused}</Alert>}
      {lesson.articles.map(({ articleId, title }) => {
        const items = list.items.filter((one) => one.articleId === articleId && one.shared && !one.hidden);
        const chosen = items.some((one) => one.chosen);
        return (
          <div className="lw-one" key={articleId}>
            <div>
              <p className="x12">{t("was")}</p>
              <h3>{title}</h3>
            </div>
            {items.length === 0 ? <p className="muted">{t("noneShared")}</p> : <p className="x12">{t(chosen ? "voted" : "voteOnce")}</p>}
            <ul className="lw-list">
              {items.map((one) => (
                <li key={one.id} className={one.chosen ? "on" : undefined}>
                  <Words one={one} />
                  {one.votes !== null && <span className="x12 num">{t("votes", { n: one.votes })}</span>}
                  {one.mine ? <span className="tag">{t("yours")}</span> : <Button size="small" pressed={one.chosen} busy={busy === one.id} label={t(one.chosen ? "takeBackFor" : "voteFor", { body: one.body })} onClick={() => void give(articleId, one.chosen ? null : one.id)}>{t(one.chosen ? "takeBack" : "vote")}</Button>}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </div>
  );
}

/** A headline as the class reads it, with the reason that its author gave. */
export function Words({ one }: { one: Pick<Headline, "body" | "reason"> }) {
  return <div className="lw-words"><p dir="auto">{one.body}</p>{one.reason !== "" && <p className="x12" dir="auto">{one.reason}</p>}</div>;
}
