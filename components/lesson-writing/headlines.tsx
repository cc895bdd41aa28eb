"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { ApiProblem, unwrap } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import type { Headline } from "@/lib/lessons/server/headlines";
import { writingApi } from "./api";
import { useHeadlines } from "./use-headlines";
import { Words } from "./vote-step";

/**
 * The headlines that the class wrote, by article in the lesson's order. The teacher takes one off the class's screens
 * here. `screen`: for the projector: only what is shared, larger, without names and buttons.
 */
export function Headlines({ projectId, titles, screen = false }: { projectId: string; titles: readonly { articleId: string; title: string }[]; screen?: boolean | undefined }) {
  const t = useTranslations("lessonWriting");
  const { list, problem, look } = useHeadlines(projectId);
  const [refused, setRefused] = useState<string | null>(null);
  if (!list) return problem ? <Alert>{problem}</Alert> : <Skeleton label={t("loading")} rows={3} />;
  const shown = screen ? list.items.filter((one) => one.shared && !one.hidden) : list.items;
  if (shown.length === 0) return <p className="muted">{t("noneYet")}</p>;
  const hide = async ({ id, version, hidden }: Headline) => {
    setRefused(null);
    try {
      await unwrap(writingApi.headlines[":headlineId"].$patch({ param: { projectId, headlineId: id }, json: { hidden: !hidden, version } }));
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setRefused(error.problem.detail);
    }
    await look();
  };
  return (
    <div className={screen ? "lw lw-screen" : "lw"}>
      {refused && <Alert>{refused}</Alert>}
      {titles.map(({ articleId, title }) => {
        const items = shown.filter((one) => one.articleId === articleId);
        if (items.length === 0) return null;
        return (
          <div className="lw-one" key={articleId}>
            <h3>{title}</h3>
            <ul className="lw-list">
              {items.map((one) => (
                <li key={one.id} className={one.hidden || !one.shared ? "off" : undefined}>
                  <Words one={one} />
                  {!screen && <span className="lw-facts">
                    {one.pseudonym !== null && <span className="x12">{one.pseudonym}</span>}
                    {!one.shared && <span className="tag">{t("notShared")}</span>}
                    {one.hidden && <span className="tag ink">{t("off")}</span>}
                  </span>}
                  {one.votes !== null && one.shared && <span className="x12 num">{t("votes", { n: one.votes })}</span>}
                  {!screen && one.memberId !== null && one.shared && <Button size="small" label={t(one.hidden ? "putBackThis" : "takeOffThis", { body: one.body })} onClick={() => void hide(one)}>{t(one.hidden ? "putBack" : "takeOff")}</Button>}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </div>
  );
}
