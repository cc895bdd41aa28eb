import { Check, Circle, Pencil, Undo2 } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import type { QueueCounts, QueueExtras, QueueItem } from "@/lib/assignments/queue";
import { PHASE_NAMES, PHASES } from "@/lib/assignments/plan/strategy";
import { Masked } from "@/components/articles/masked";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { ProgressBar } from "@/components/ui/progress-bar";
import { TableScroll } from "@/components/ui/table-scroll";
import { TakeButton } from "./take-button";

const STATES = {
  assigned: { icon: Circle, word: "To do" },
  in_progress: { icon: Pencil, word: "In progress" },
  returned: { icon: Undo2, word: "Returned to you" },
  submitted: { icon: Check, word: "Submitted" },
  withdrawn: { icon: Circle, word: "Withdrawn" },
} as const;

type Props = { projectId: string; projectName: string; mayAssign: boolean; queue: QueueExtras & { items: QueueItem[]; counts: QueueCounts; next: string | null }; practice?: ReactNode };

// Whoever knows which articles measure reliability reads those with more care.
const phaseWords = ({ phase, round }: QueueItem): string => {
  const known = PHASES.find((one) => one === (phase === "reliability" ? "main" : phase));
  return `${known ? PHASE_NAMES[known] : phase}${round > 1 ? `, round ${round}` : ""}`;
};

/** The articles that wait for this person, in their own order. */
export function QueuePage({ projectId, projectName, mayAssign, queue, practice }: Props) {
  const { counts, items } = queue;
  const total = counts.assigned + counts.inProgress + counts.returned + counts.submitted;
  const first = items.find((item) => item.state !== "submitted");
  const [due, phases] = [items.some((item) => item.dueOn !== null), items.some((item) => phaseWords(item) !== PHASE_NAMES.main)];
  if (total === 0 && queue.pool)
    return (
      <div className="page narrow">
        {practice}
        <EmptyState level={1} size="page" what="Take your first article" why={`The articles of ${projectName} wait in a pool. You take one, mark it, submit it, and take the next.`} action={<TakeButton projectId={projectId} primary />} />
      </div>
    );
  if (total === 0)
    return (
      <div className="page narrow">
        {practice}
        <EmptyState
          level={1}
          size="page"
          what="No article waits for you"
          why={`Articles of ${projectName} appear here once they are assigned to you.`}
          who={mayAssign ? "You can assign them yourself, from the list of articles." : "The coordinator of the project assigns them."}
          action={mayAssign ? <Button look="primary" href={`/p/${projectId}/articles`}>Open the articles</Button> : undefined}
        />
      </div>
    );
  return (
    <div className="page">
      <PageHead
        title="Your articles"
        facts={`${total} assigned, ${counts.submitted} submitted`}
        acts={(first || queue.pool) && (
          <>
            {queue.pool && <TakeButton projectId={projectId} primary={!first} />}
            {first && <Button look="primary" href={`/p/${projectId}/annotate/${first.id}`}>{counts.submitted + counts.inProgress > 0 ? "Go on" : "Start"}</Button>}
          </>
        )}
      />
      {practice}
      <ProgressBar label="Your progress" value={counts.submitted} max={total} text={counts.submitted === total ? "All submitted. Thank you." : `${counts.submitted} of ${total} submitted`} />
      <TableScroll label="Your articles">
        <table className="tb">
          <thead><tr><th scope="col">Headline</th><th scope="col" className="r">Words</th>{phases && <th scope="col">Phase</th>}{due && <th scope="col">Due</th>}<th scope="col">State</th></tr></thead>
          <tbody>
            {items.map((item) => {
              const { icon: StateIcon, word } = STATES[item.state];
              return (
                <tr key={item.id}>
                  <td><Link className="hl" href={`/p/${projectId}/annotate/${item.id}`}><Masked text={item.title} /></Link>{item.phase === "practice" && item.state === "submitted" && <> <Link className="link x12" href={`/p/${projectId}/annotate/${item.id}/feedback`}>beside the key</Link></>}</td>
                  <td className="r num">{item.words.toLocaleString("en")}</td>
                  {phases && <td>{phaseWords(item)}</td>}
                  {due && <td className="num">{item.dueOn ?? ""}</td>}
                  <td><span className="status"><StateIcon size={14} strokeWidth={1.75} aria-hidden />{word}</span></td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableScroll>
      {queue.next !== null && <p><Link className="link" href={`/p/${projectId}/annotate?after=${encodeURIComponent(queue.next)}`}>More articles</Link></p>}
    </div>
  );
}
