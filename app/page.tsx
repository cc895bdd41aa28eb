import { signedIn } from "@/lib/accounts/server/page-actor";
import { env } from "@/lib/platform/env";
import { listProjects } from "@/lib/projects/server/projects";
import { AccountFrame } from "@/components/accounts/account-frame";
import { LanBanner } from "@/components/projects/lan-banner";
import { NewProject } from "@/components/projects/new-project";
import { ProjectList } from "@/components/projects/project-list";
import { Button } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { pageTitle } from "@/components/words/page-title";

export const generateMetadata = pageTitle("projects");

export default async function HomePage() {
  const actor = await signedIn("/");
  const projects = await listProjects(actor);
  const mayStart = actor.userKind === "person";
  const none = projects.length === 0;
  return (
    <AccountFrame name={actor.userName ?? "You"} banner={env().SLANTWISE_LAN === "1" && <LanBanner />}>
      <PageHead
        title={none ? "No project yet" : "Your projects"}
        facts={none ? undefined : projects.length}
        acts={<Button href="/join">Join with a code</Button>}
        sub={none ? (mayStart ? "A project holds articles, the targets they are read for, and the people who mark them. Start one, or join one with a code." : "Join a class with the code from the board.") : undefined}
      />
      {!none && <ProjectList projects={projects.map((one) => ({ id: one.id, name: one.name, description: one.description, kind: one.kind, role: one.role, pseudonym: one.pseudonym, isSample: one.isSample, revealed: one.revealedAt !== null }))} />}
      {mayStart && <NewProject open={none} />}
    </AccountFrame>
  );
}
