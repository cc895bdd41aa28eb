import { pageMember } from "@/lib/accounts/server/page-actor";
import { RolesTable } from "@/components/people/roles-table";
import { PageHead } from "@/components/ui/page-head";
import { pageTitle } from "@/components/words/page-title";
import { requestTranslator } from "@/components/words/request-words";

export const generateMetadata = pageTitle("roles");

export default async function RolesPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  const member = await pageMember(projectId, `/p/${projectId}/people/roles`);
  const [t, names] = await Promise.all([requestTranslator("roles"), requestTranslator("names")]);
  return (
    <div className="page">
      <PageHead title={t("title")} sub={t("sub", { role: names(`rolesInside.${member.role}`) })} />
      <section className="sect"><RolesTable /></section>
    </div>
  );
}
