"use client";

import { useSyncExternalStore } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Segmented } from "@/components/ui/segmented";
import { Skeleton } from "@/components/ui/skeleton";
import { TextArea } from "@/components/ui/text-area";
import { FramingGlyph, GLYPH_CLASS } from "@/components/ui/framing-glyph";
import type { Keeper } from "@/components/lesson-writing/keeper";
import { WritingStanding } from "@/components/lesson-writing/standing";
import { Words } from "@/components/lesson-writing/vote-step";
import { CRITERIA, LEVELS, type Level } from "@/lib/lessons/rubric";
import type { GradeRow } from "@/lib/lessons/server/grades";
import type { WorkArticle, WorkMark } from "@/lib/lessons/server/key-compare";
import { pointsApi } from "./api";
import type { Points } from "./points-table";
import { useAnswer } from "./use-answer";

/** One pupil beside the table: points, a comment, and everything that they did. */
export function PupilPanel({ projectId, pupil, keeper }: { projectId: string; pupil: GradeRow; keeper: Keeper<Points> }) {
  const t = useTranslations("lessonPoints");
  const now = useSyncExternalStore(keeper.watch, keeper.snapshot, keeper.snapshot);
  const { answer: work, problem } = useAnswer(pupil.memberId, () => unwrap(pointsApi.work[":memberId"].$get({ param: { projectId, memberId: pupil.memberId } })));
  const say = ({ evidence, reasoning, comment }: Points): string => [...([["evidence", evidence], ["reasoning", reasoning]] as const).map(([name, level]) => `${t(`criteria.${name}`)} ${level ?? "–"}`), comment].join(" · ");
  return (
    <section className="lpt-panel" aria-labelledby="lpt-who">
      <h2 id="lpt-who">{pupil.pseudonym}</h2>
      <div className="lpt-levels">
        {CRITERIA.map((criterion) => (
          <div key={criterion}>
            <p className="lab" id={`lpt-${criterion}`}>{t(`criteria.${criterion}`)}</p>
            <Segmented label={t(`criteria.${criterion}`)} value={now.value[criterion] === null ? null : String(now.value[criterion])} onChange={(level) => keeper.write({ [criterion]: Number(level) as Level })} options={LEVELS.map((level) => ({ value: String(level), label: `${level} ${t(`levels.l${level}`)}` }))} />
            <p className="hint">{t(`why.${criterion}`)}</p>
          </div>
        ))}
      </div>
      <TextArea label={t("comment")} rows={2} maxLength={2000} value={now.value.comment} onChange={(event) => keeper.write({ comment: event.target.value })} />
      {now.standing === "bare" ? <span className="x12">{t("noneGiven")}</span> : <WritingStanding keeper={keeper} now={now} say={say} />}
      {problem && <Alert>{problem}</Alert>}
      {!work && !problem && <Skeleton label={t("loading")} rows={4} />}
      {work?.articles.map((article) => <ArticleWork key={article.articleId} article={article} />)}
      {work && <div className="lpt-exit"><h3>{t("exit")}</h3>{work.exit === null ? <p className="muted">{t("noExit")}</p> : <p dir="auto">{work.exit}</p>}</div>}
    </section>
  );
}

function ArticleWork({ article }: { article: WorkArticle }) {
  const t = useTranslations("lessonPoints");
  const own = article.marks.filter((mark) => mark.key !== "missed");
  const missed = article.marks.filter((mark) => mark.key === "missed");
  return (
    <div className="lpt-article">
      <h3>{article.title}</h3>
      {article.keyed && <p className="x12">{t("keyWhy")}</p>}
      {own.length === 0 && <p className="muted">{t("noMarks")}</p>}
      <ul>{own.map((mark) => <MarkInContext key={mark.id} mark={mark} />)}</ul>
      {missed.length > 0 && <details><summary>{t("missed", { n: missed.length })}</summary><ul>{missed.map((mark) => <MarkInContext key={mark.id} mark={mark} />)}</ul></details>}
      {article.headline && <div className="lpt-headline"><p className="lab">{t("headline")}</p><Words one={article.headline} /></div>}
    </div>
  );
}

function MarkInContext({ mark }: { mark: WorkMark }) {
  const t = useTranslations("lessonPoints");
  return (
    <li className="lpt-mark">
      <span className={`lpt-glyph fr ${GLYPH_CLASS[mark.framing]}`}><FramingGlyph shape={mark.framing} /><span className="vh">{t(`framings.${mark.framing}`)}</span></span>
      <div>
        <p className="lpt-line" dir="auto">{mark.before}<mark>{mark.quote}</mark>{mark.after}</p>
        <p className="x12" dir="auto">{mark.reason === "" ? <span className="muted">{t("noReason")}</span> : mark.reason}</p>
        {(mark.key === "agrees" || mark.key === "other") && <span className="tag">{t(`key.${mark.key}`)}</span>}
      </div>
    </li>
  );
}
