import { notFound } from "next/navigation";
import { allowed } from "@/lib/accounts/server/actor";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { agreementBeforeAfter } from "@/lib/adjudication/server/around/before-after";
import { upheldRates } from "@/lib/adjudication/server/around/upheld";
import { OutcomePage } from "@/components/upheld/outcome-page";
import { pageTitle } from "@/components/words/page-title";

export const generateMetadata = pageTitle("outcome");

export default async function Outcome({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  const member = await pageMember(projectId, `/p/${projectId}/adjudicate/outcome`);
  if (!allowed(member, "adjudication.read")) notFound();
  const [upheld, figures] = await Promise.all([upheldRates(member), allowed(member, "agreement.read") ? agreementBeforeAfter(member) : undefined]);
  return <OutcomePage upheld={upheld} figures={figures} everybody={member.role === "coordinator"} />;
}
