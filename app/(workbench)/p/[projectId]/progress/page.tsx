import { notFound } from "next/navigation";
import { Suspense } from "react";
import { allowed, type MemberActor } from "@/lib/accounts/server/actor";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { ARTICLE_PROGRESS, type ArticleProgressState } from "@/lib/assignments/progress";
import { progressArticles } from "@/lib/assignments/server/progress-articles";
import { readProgress } from "@/lib/assignments/server/progress-read";
import { readAside } from "@/lib/assignments/server/set-aside";
import { ASIDE, type Aside } from "@/lib/assignments/set-aside";
import { isId } from "@/lib/kernel/id";
import { LiveRefresh } from "@/components/live/live-refresh";
import { NothingAssigned } from "@/components/progress/nothing-assigned";
import { ProgressPage } from "@/components/progress/progress-page";
import { Skeleton } from "@/components/ui/skeleton";
import { requestTranslator } from "@/components/words/request-words";
import { pageTitle } from "@/components/words/page-title";

export const generateMetadata = pageTitle("progress");
type Props = { params: Promise<{ projectId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ params, searchParams }: Props) {
  const [{ projectId }, asked] = [await params, await searchParams];
  const member = await pageMember(projectId, `/p/${projectId}/progress`);
  if (!allowed(member, "progress.read")) notFound();
  const t = await requestTranslator("ui");
  const state = ARTICLE_PROGRESS.find((one) => one === asked["state"]) ?? null;
  const after = placeIn(asked["after"]);
  return (
    <>
      <LiveRefresh projectId={projectId} />
      {/* Whether the page exists is known before anything is sent; its figures follow. */}
      <Suspense fallback={<div className="page"><Skeleton label={t("loadingProgress")} rows={14} /></div>}>
        <Body {...{ member, state, after }} aside={{ kind: ASIDE.find((one) => one === asked["aside"]) ?? null, after: placeIn(asked["asideAfter"]) }} />
      </Suspense>
    </>
  );
}

/** A mangled place in a list opens its beginning. */
const placeIn = (asked: string | string[] | undefined): string | null => (typeof asked === "string" && isId(asked) ? asked : null);

async function Body({ member, state, after, aside }: { member: MemberActor; state: ArticleProgressState | null; after: string | null; aside: { kind: Aside | null; after: string | null } }) {
  const { projectId } = member;
  const [progress, page, asidePage] = await Promise.all([
    readProgress(member),
    progressArticles(member, { state: state ?? undefined, after: after ?? undefined, limit: 50 }),
    readAside(member, { kind: aside.kind ?? undefined, after: aside.after ?? undefined, limit: 50 }),
  ]);
  const [isClass, mayAssign] = [member.projectKind === "class", allowed(member, "assignments.manage")];
  if (progress.phases.length === 0 && progress.articles.pool.value === 0) return <NothingAssigned {...{ projectId, isClass, mayAssign }} />;
  return <ProgressPage {...{ projectId, isClass, mayAssign, progress, page, state, after }} aside={{ ...aside, page: asidePage }} />;
}
