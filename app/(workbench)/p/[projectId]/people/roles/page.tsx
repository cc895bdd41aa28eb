import { pageMember } from "@/lib/accounts/server/page-actor";
import { RolesTable } from "@/components/people/roles-table";
import { PageHead } from "@/components/ui/page-head";
import { pageTitle } from "@/components/words/page-title";

export const generateMetadata = pageTitle("roles");

export default async function RolesPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  const member = await pageMember(projectId, `/p/${projectId}/people/roles`);
  return (
    <div className="page">
      <PageHead title="What each role may do" sub={`You are ${member.role} in this project. The table below is the one that the program itself obeys.`} />
      <section className="sect"><RolesTable /></section>
    </div>
  );
}
