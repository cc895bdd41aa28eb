import Link from "next/link";
import { requestTranslator } from "@/components/words/request-words";
import type { MentionLine } from "@/lib/adjudication/around/talk";
import { MentionsPanel } from "./mentions-panel";

/** What stands below the list of articles to settle: where the reader is named, and the ways to a meeting and to what became of the marks. */
export async function BesideQueue({ projectId, mentions }: { projectId: string; mentions: { items: readonly MentionLine[]; unseen: number } }) {
  const t = await requestTranslator("titles");
  const base = `/p/${projectId}/adjudicate`;
  return (
    <div className="page">
      <MentionsPanel projectId={projectId} {...mentions} />
      <p className="wrap"><Link className="link" href={`${base}/meeting`}>{t("meeting")}</Link><Link className="link" href={`${base}/outcome`}>{t("outcome")}</Link></p>
    </div>
  );
}
