import Link from "next/link";
import { PageHead } from "@/components/ui/page-head";
import { requestTranslator } from "@/components/words/request-words";
import type { ListedImport } from "./import-types";
import { RecentImports } from "./recent-imports";
import type { Way } from "./way";
import { Ways } from "./ways";

/** Getting articles in: the ways, and what came in lately. */
export async function NewArticles({ projectId, project, mayFetch, way, recent }: { projectId: string; project: string; mayFetch: boolean; way: Way; recent: { items: readonly ListedImport[]; next: string | null } }) {
  const [t, table] = [await requestTranslator("intake"), await requestTranslator("judgementTable")];
  return (
    <div className="page">
      <PageHead title={t("title")} sub={t("sub")} />
      <div className="stack s6">
        <Ways {...{ projectId, project, mayFetch }} first={way} />
        <p><Link className="link" href={`/p/${projectId}/articles/judgements`}>{table("link")}</Link></p>
        <RecentImports projectId={projectId} first={recent.items} next={recent.next} />
      </div>
    </div>
  );
}
