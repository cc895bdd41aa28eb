import { notFound } from "next/navigation";
import { allowed } from "@/lib/accounts/server/actor";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { TableColumns } from "@/components/judgement-table/columns";
import { JudgementTableForm } from "@/components/judgement-table/table-form";
import { PageHead } from "@/components/ui/page-head";
import { AreaWords } from "@/components/words/area-words";
import { pageTitle } from "@/components/words/page-title";
import { requestTranslator } from "@/components/words/request-words";

export const generateMetadata = pageTitle("judgementTable");

export default async function JudgementTables({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  const member = await pageMember(projectId, `/p/${projectId}/articles/judgements`);
  if (!allowed(member, "articles.write")) notFound();
  const t = await requestTranslator("judgementTable");
  return (
    <div className="page">
      <PageHead title={t("title")} sub={t("sub")} />
      <div className="stack s6">
        <AreaWords of={["judgementTable"]}><JudgementTableForm projectId={projectId} /></AreaWords>
        <TableColumns />
      </div>
    </div>
  );
}
