import Link from "next/link";
import { notFound } from "next/navigation";
import { allowed } from "@/lib/accounts/server/actor";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { offersMail } from "@/lib/accounts/server/providers";
import { env } from "@/lib/platform/env";
import { listCodes } from "@/lib/projects/server/codes";
import { listMembers } from "@/lib/projects/server/members";
import { projectOf } from "@/lib/projects/server/projects";
import { CodeForm, CodesTable, InvitationForm } from "@/components/people/codes-panel";
import { MembersTable } from "@/components/people/members-table";
import { PageHead } from "@/components/ui/page-head";
import { AreaWords } from "@/components/words/area-words";
import { pageTitle } from "@/components/words/page-title";
import { requestTranslator } from "@/components/words/request-words";

export const generateMetadata = pageTitle("people");

export default async function PeoplePage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  const member = await pageMember(projectId, `/p/${projectId}/people`);
  if (!allowed(member, "members.read")) notFound();
  const manage = allowed(member, "members.manage");
  const [members, codes, project, t] = await Promise.all([listMembers(member), manage ? listCodes(member) : [], projectOf(member), requestTranslator("people")]);
  const active = members.filter((one) => one.state === "active").length;
  const publicUrl = env().PUBLIC_URL ?? null;
  const isClass = member.projectKind === "class";
  const code = <section key="code" className="sect"><h2>{t(isClass ? "code.titleClass" : "code.title")}</h2><CodeForm projectId={projectId} isClass={isClass} publicUrl={publicUrl} /></section>;
  const invite = <section key="invite" className="sect"><h2>{t("invite.title")}</h2><InvitationForm projectId={projectId} mail={offersMail(member)} publicUrl={publicUrl} /></section>;
  return (
    <AreaWords of={["people", "names", "phrase"]}><div className="page">
      <PageHead title={t("title")} facts={t("facts", { n: active })} acts={<Link className="link" href={`/p/${projectId}/people/roles`}>{t("rolesLink")}</Link>} />
      <section className="sect"><MembersTable projectId={projectId} manage={manage} practised={project.practiceThreshold !== null} members={members.map((one) => ({ ...one, joinedAt: one.joinedAt.toISOString() }))} /></section>
      {manage && (isClass ? [code, invite] : [invite, code])}
      {manage && codes.length > 0 && (
        <section className="sect"><h2>{t("codes.title")}</h2><CodesTable projectId={projectId} codes={codes.map(({ createdAt: _, ...one }) => ({ ...one, expiresAt: one.expiresAt.toISOString() }))} /></section>
      )}
    </div></AreaWords>
  );
}
