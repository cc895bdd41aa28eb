import { Note } from "@/components/ui/note";
import type { ArticleProgressState } from "@/lib/assignments/progress";
import { allOf, openOf } from "@/lib/assignments/progress";
import type { ArticleProgressPage } from "@/lib/assignments/server/progress-articles";
import type { AsidePage } from "@/lib/assignments/server/set-aside";
import type { Aside } from "@/lib/assignments/set-aside";
import type { Progress } from "@/lib/assignments/server/progress-read";
import { AnnotatorTable } from "./annotator-table";
import { AsideTable } from "./aside-table";
import { ArticleTable } from "./article-table";
import { DayPlot } from "./day-plot";
import { basis, finding } from "./finding";
import { LabelTables } from "./label-tables";
import { say as words, type Say } from "./say";
import { Section } from "./section";
import { StateBar, StateLegend } from "./state-mark";
import { WaitingTable } from "./waiting-table";
import { OutletTable, PhaseTable } from "./work-tables";

export type ProgressPageProps = { projectId: string; isClass: boolean; mayAssign: boolean; progress: Progress; page: ArticleProgressPage; state: ArticleProgressState | null; after: string | null; aside: { page: AsidePage; kind: Aside | null; after: string | null } };

/** How far the project is: the finding in words first, then each part with its table. */
export async function ProgressPage({ projectId, isClass, mayAssign, progress, page, state, after, aside }: ProgressPageProps) {
  const { today, annotators } = progress;
  const say = await words(isClass, today);
  const { t, kind } = say;
  const known = new Map(annotators.map((one) => [one.memberId, one]));
  const marks = progress.labels.some((group) => group.labels.some((label) => label.n > 0));
  const late = annotators.reduce((sum, one) => sum + (one.overdue?.n ?? 0), 0);
  return (
    <div className="page progress-page">
      <Finding say={say} progress={progress} />
      {progress.heldByLeavers > 0 && <Note>{t("heldByLeavers", { n: progress.heldByLeavers })} {t(mayAssign ? "giveThem" : "coordinatorGives")}</Note>}
      {late > 0 && <Note>{t("lateNote", { n: late })}</Note>}
      <Section say={say} id="people" projectId={projectId} title={t(`people.title.${kind}`)} sub={t("people.sub")} csv="annotator">
        {annotators.length > 0 ? <AnnotatorTable {...{ say, annotators, seesGold: mayAssign }} /> : <p className="muted">{t(`people.none.${kind}`)}</p>}
      </Section>
      <Section say={say} id="waiting" projectId={projectId} title={t("waiting.title")} sub={t("waiting.sub")}>
        {progress.waiting.length > 0 ? <WaitingTable say={say} waiting={progress.waiting} people={known} /> : <p className="muted">{t("waiting.none")}</p>}
      </Section>
      <Section say={say} id="aside" projectId={projectId} title={t("aside.title")} sub={t(`aside.sub.${kind}`)} csv="aside">
        {progress.aside.skipped.value + progress.aside.flagged.value > 0 ? <AsideTable {...{ say, projectId, counts: progress.aside }} {...aside} /> : <p className="muted">{t("aside.none")}</p>}
      </Section>
      <Section say={say} id="days" projectId={projectId} title={t("days.title")} sub={t("days.sub")} csv="day">
        {progress.days.length > 0 ? <DayPlot say={say} days={progress.days} /> : <p className="muted">{t("days.none")}</p>}
      </Section>
      {progress.phases.length > 1 && <Section say={say} id="phases" projectId={projectId} title={t("phases.title")}><PhaseTable say={say} phases={progress.phases} /></Section>}
      <Section say={say} id="outlets" projectId={projectId} title={t("outlets.title")} csv="outlet"><OutletTable say={say} projectId={projectId} outlets={progress.outlets} /></Section>
      <Section say={say} id="labels" projectId={projectId} title={t("labels.title")} sub={t("labels.sub")} csv="label">
        {marks ? <LabelTables say={say} groups={progress.labels} /> : <p className="muted">{t("labels.none")}</p>}
      </Section>
      <Section say={say} id="articles" projectId={projectId} title={t("articles.title")} csv="article">
        <ArticleTable {...{ say, projectId, page, state, after, today, counts: progress.articles }} />
      </Section>
    </div>
  );
}

function Finding({ say, progress }: { say: Say; progress: Progress }) {
  const { t, capped } = say;
  const { work, articles } = progress;
  const one = (count: { value: number }): string => (count.value === 1 ? "yes" : "no");
  const held = openOf(work) > 0 && progress.finish.reason === "done" ? t("finding.held") : "";
  return (
    <div className="finding">
      <p className="big num" aria-hidden="true">{Math.floor((work.submitted / Math.max(1, allOf(work))) * 100)} %</p>
      <div>
        <h1>{finding(say, work, progress.finish)}.</h1>
        <p className="muted">
          {t("finding.articles", { articles: capped(articles.all), articlesOne: one(articles.all), works: capped(articles.works), worksOne: one(articles.works), done: capped(articles.done), waiting: capped(articles.waiting), untouched: capped(articles.untouched) })}
          {articles.pool.value > 0 && ` ${t("finding.pool", { pool: capped(articles.pool), poolOne: one(articles.pool) })}`} {held} {basis(say, progress.finish)}
        </p>
        <div className="whole"><StateBar say={say} work={work} most={allOf(work)} of={t("finding.all_assignments")} width={720} /><StateLegend say={say} work={work} /></div>
      </div>
    </div>
  );
}
