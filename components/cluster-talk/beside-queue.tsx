import { OutcomeLinks } from "@/components/upheld/outcome-links";
import type { MentionLine } from "@/lib/adjudication/around/talk";
import { MentionsPanel } from "./mentions-panel";

/** What stands below the list of articles to settle: where the reader is named, and the ways to a meeting and to what became of the marks. */
export const BesideQueue = ({ projectId, mentions }: { projectId: string; mentions: { items: readonly MentionLine[]; unseen: number } }) => (
  <div className="beside-queue">
    <MentionsPanel projectId={projectId} {...mentions} />
    <OutcomeLinks projectId={projectId} mayMeet />
  </div>
);
