import { Note } from "@/components/ui/note";
import type { ArticleProgressState } from "@/lib/assignments/progress";
import { allOf, openOf } from "@/lib/assignments/progress";
import { basis, finding } from "@/lib/assignments/progress-words";
import type { ArticleProgressPage } from "@/lib/assignments/server/progress-articles";
import type { AsidePage } from "@/lib/assignments/server/set-aside";
import type { Aside } from "@/lib/assignments/set-aside";
import type { Progress } from "@/lib/assignments/server/progress-read";
import { counted } from "@/lib/figures/numbers";
import { AnnotatorTable } from "./annotator-table";
import { AsideTable } from "./aside-table";
import { ArticleTable } from "./article-table";
import { DayPlot } from "./day-plot";
import { LabelTables } from "./label-tables";
import { Section } from "./section";
import { StateBar, StateLegend } from "./state-mark";
import { WaitingTable } from "./waiting-table";
import { capped, peopleOf } from "./words";
import { OutletTable, PhaseTable } from "./work-tables";

export type ProgressPageProps = { projectId: string; isClass: boolean; mayAssign: boolean; progress: Progress; page: ArticleProgressPage; state: ArticleProgressState | null; after: string | null; aside: { page: AsidePage; kind: Aside | null; after: string | null } };

/** How far the project is: the finding in words first, then each part with its table. */
export function ProgressPage({ projectId, isClass, mayAssign, progress, page, state, after, aside }: ProgressPageProps) {
  const { today, annotators } = progress;
  const people = peopleOf(isClass);
  const known = new Map(annotators.map((one) => [one.memberId, one]));
  const marks = progress.labels.some((group) => group.labels.some((label) => label.n > 0));
  const late = annotators.reduce((sum, one) => sum + (one.overdue?.n ?? 0), 0);
  return (
    <div className="page progress-page">
      <Finding progress={progress} />
      {progress.heldByLeavers > 0 && <Note>{counted(progress.heldByLeavers, "open assignment")} {progress.heldByLeavers === 1 ? "is" : "are"} with people who have left. {mayAssign ? "Give them to others from the list of articles." : "A coordinator can give them to others."}</Note>}
      {late > 0 && <Note>{counted(late, "assignment")} {late === 1 ? "is" : "are"} overdue; the table says with whom.</Note>}
      <Section id="people" projectId={projectId} title={`How far each ${people.one} is`} sub="“A day” is first submissions per day with any, once there are five. Practice is not in the bars." csv="annotator">
        {annotators.length > 0 ? <AnnotatorTable {...{ annotators, today, people, isClass, seesGold: mayAssign }} /> : <p className="muted">There are no {people.many} yet.</p>}
      </Section>
      <Section id="waiting" projectId={projectId} title="Who waits for whom" sub="Articles that some have submitted and others have not, at most the oldest 1,000.">
        {progress.waiting.length > 0 ? <WaitingTable waiting={progress.waiting} people={known} today={today} /> : <p className="muted">Nobody waits for anybody: no article is submitted by some and open with others.</p>}
      </Section>
      <Section id="aside" projectId={projectId} title="Skipped and flagged" sub={`What ${people.many} left for later, and what they ask you to look at.`} csv="aside">
        {progress.aside.skipped.value + progress.aside.flagged.value > 0 ? <AsideTable {...{ projectId, people, today, counts: progress.aside }} {...aside} /> : <p className="muted">Nothing is skipped or flagged.</p>}
      </Section>
      <Section id="days" projectId={projectId} title="Day by day" sub="When work was submitted for the first time." csv="day">
        {progress.days.length > 0 ? <DayPlot days={progress.days} today={today} people={people} /> : <p className="muted">Nothing is submitted yet.</p>}
      </Section>
      {progress.phases.length > 1 && <Section id="phases" projectId={projectId} title="Phase by phase"><PhaseTable phases={progress.phases} /></Section>}
      <Section id="outlets" projectId={projectId} title="How far each outlet is" csv="outlet"><OutletTable projectId={projectId} outlets={progress.outlets} /></Section>
      <Section id="labels" projectId={projectId} title="What was marked" sub="Marks in submitted work, practice left out. Not a finding about outlets: it only shows which labels are used." csv="label">
        {marks ? <LabelTables groups={progress.labels} /> : <p className="muted">No mark is submitted yet.</p>}
      </Section>
      <Section id="articles" projectId={projectId} title="Article by article" csv="article">
        <ArticleTable {...{ projectId, page, state, after, today, counts: progress.articles }} />
      </Section>
    </div>
  );
}

function Finding({ progress }: { progress: Progress }) {
  const { today, work, articles } = progress;
  const words = basis(progress.finish, today);
  const held = openOf(work) > 0 && progress.finish.reason === "done" ? "What is left is with people who have left the project." : "";
  return (
    <div className="finding">
      <p className="big num" aria-hidden="true">{Math.floor((work.submitted / Math.max(1, allOf(work))) * 100)} %</p>
      <div>
        <h1>{finding(work, progress.finish, today)}.</h1>
        <p className="muted">
          {capped(articles.all)} {articles.all.value === 1 ? "article" : "articles"}, {capped(articles.works)} {articles.works.value === 1 ? "work" : "works"}: {capped(articles.done)} submitted by all, {capped(articles.waiting)} by some, {capped(articles.untouched)} assigned and submitted by nobody.
          {articles.pool.value > 0 && ` ${capped(articles.pool)} more ${articles.pool.value === 1 ? "is" : "are"} waiting in the queue.`} {held} {words}
        </p>
        <div className="whole"><StateBar work={work} most={allOf(work)} of="All assignments" width={720} /><StateLegend work={work} /></div>
      </div>
    </div>
  );
}
