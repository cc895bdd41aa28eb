import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { allowed } from "@/lib/accounts/server/actor";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { projectOf } from "@/lib/projects/server/projects";
import { PracticeSection } from "@/components/settings/practice-section";
import { RevealSection } from "@/components/settings/reveal-section";
import { SettingsForm } from "@/components/settings/settings-form";
import { PageHead } from "@/components/ui/page-head";

export const metadata: Metadata = { title: "Settings" };

export default async function Settings({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  const member = await pageMember(projectId, `/p/${projectId}/settings`);
  if (!allowed(member, "project.manage")) notFound();
  const { id, name, description, assignEveryone, reveal, revealedAt, version, kind, practiceThreshold, practiceMinimum } = await projectOf(member);
  return (
    <div className="page narrow">
      <PageHead title="Settings" facts={kind === "class" ? "a class" : "a study"} />
      <SettingsForm project={{ id, name, description, assignEveryone, reveal, revealed: revealedAt !== null, version }} />
      {kind === "research" && <PracticeSection projectId={id} version={version} threshold={practiceThreshold} minimum={practiceMinimum} />}
      <RevealSection projectId={id} version={version} revealedAt={revealedAt && new Date(revealedAt).toISOString()} never={reveal === "never"} />
    </div>
  );
}
