import { notFound } from "next/navigation";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { seesPeers } from "@/lib/annotations/server/visible";
import { AppError } from "@/lib/kernel/errors";
import { readSpanQuery } from "@/lib/stance/span-query";
import { namesBehind, spansBehind } from "@/lib/stance/server/spans-behind";
import { BeforeReveal } from "@/components/stance/empty";
import { SpansPage } from "@/components/stance/spans-page";
import { pageTitle } from "@/components/words/page-title";

export const generateMetadata = pageTitle("spans");
type Props = { params: Promise<{ projectId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Spans({ params, searchParams }: Props) {
  const [{ projectId }, asked] = [await params, await searchParams];
  const member = await pageMember(projectId, `/p/${projectId}/stance`);
  if (!seesPeers(member)) return <BeforeReveal projectId={projectId} never={false} />;
  const query = readSpanQuery(asked);
  if (query === null) notFound();
  const cursor = typeof asked["cursor"] === "string" ? asked["cursor"] : undefined;
  const [names, list] = await Promise.all([namesBehind(member, query), spansBehind(member, query, { cursor })]).catch((error: unknown) => {
    if (error instanceof AppError && error.status < 500) notFound();
    throw error;
  });
  return <SpansPage {...{ projectId, query, names, list }} first={cursor === undefined} />;
}
