import { signedIn } from "@/lib/accounts/server/page-actor";
import { env } from "@/lib/platform/env";
import { templateIds } from "@/lib/lessons/server/list-lessons";
import { classesDue } from "@/lib/lessons/server/retention";
import { listProjects } from "@/lib/projects/server/projects";
import { AccountFrame } from "@/components/accounts/account-frame";
import { LanBanner } from "@/components/projects/lan-banner";
import { RetentionNotes } from "@/components/lesson-after/retention-banner";
import { NewProject } from "@/components/projects/new-project";
import { ProjectList } from "@/components/projects/project-list";
import { Button } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { AreaWords } from "@/components/words/area-words";
import { pageTitle } from "@/components/words/page-title";
import { requestTranslator } from "@/components/words/request-words";

export const generateMetadata = pageTitle("projects");

export default async function HomePage() {
  const actor = await signedIn("/");
  const [projects, templates, due, t] = await Promise.all([listProjects(actor), templateIds(actor), classesDue(actor), requestTranslator()]);
  const mayStart = actor.userKind === "person";
  const none = projects.length === 0;
  return (
    <AccountFrame userId={actor.userId} name={actor.userName ?? t("shell.you")} banner={env().SLANTWISE_LAN === "1" && <LanBanner />}>
      <PageHead
        title={t(none ? "projects.none" : "projects.title")}
        facts={none ? undefined : projects.length}
        acts={<>{mayStart && <Button href="/lessons/new">{t("projects.lesson")}</Button>}<Button href="/join">{t("projects.join")}</Button></>}
        sub={none ? t(mayStart ? "projects.noneWhy" : "projects.nonePupil") : undefined}
      />
      {due.length > 0 && <RetentionNotes classes={due} />}
      {!none && <ProjectList projects={projects.map((one) => ({ id: one.id, name: one.name, description: one.description, kind: one.kind, role: one.role, pseudonym: one.pseudonym, isSample: one.isSample, isTemplate: templates.has(one.id), revealed: one.revealedAt !== null }))} />}
      {mayStart && <AreaWords of={["projects"]}><NewProject open={none} /></AreaWords>}
    </AccountFrame>
  );
}
