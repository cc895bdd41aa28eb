import { notFound } from "next/navigation";
import { allowed } from "@/lib/accounts/server/actor";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { importOf } from "@/lib/articles/server/imports/import-sql";
import { listOutlets } from "@/lib/articles/server/outlet-rows";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/id";
import { ImportPage } from "@/components/intake/import-page";
import { pageTitle } from "@/components/words/page-title";

export const generateMetadata = pageTitle("import");

export default async function OneImport({ params }: { params: Promise<{ projectId: string; importId: string }> }) {
  const { projectId, importId } = await params;
  const member = await pageMember(projectId, `/p/${projectId}/articles/imports/${importId}`);
  if (!allowed(member, "articles.write") || !isId(importId)) notFound();
  const [first, outlets] = await Promise.all([
    importOf(member, importId).catch((error: unknown) => {
      if (error instanceof AppError && error.status === 404) notFound();
      throw error;
    }),
    listOutlets(member),
  ]);
  return <ImportPage key={importId} projectId={projectId} first={first} outlets={outlets.flatMap((outlet) => [outlet.name, ...outlet.aliases])} />;
}
