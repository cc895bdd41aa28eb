import { notFound } from "next/navigation";
import { allowed } from "@/lib/accounts/server/actor";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { FromPage } from "@/components/intake/from-page";
import { pageTitle } from "@/components/words/page-title";

export const generateMetadata = pageTitle("fromPage");

export default async function PageFromBrowser({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  const member = await pageMember(projectId, `/p/${projectId}/articles/from-page`);
  if (!allowed(member, "articles.write")) notFound();
  return <FromPage projectId={projectId} />;
}
