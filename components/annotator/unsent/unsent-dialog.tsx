import { useState } from "react";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { annotatePath } from "../panes/queue-pane";
import { byArticle } from "./look";
import type { Outbox } from "./outbox";
import { asText, type Kept, wordsOf } from "./record";

/** Every change that is in this browser only, with its words, why it is still here, and what can be done. */
export function UnsentDialog({ outbox, records, open, onClose }: { outbox: Outbox; records: readonly Kept[]; open: boolean; onClose: () => void }) {
  return (
    <Dialog open={open} onClose={onClose} title="Not saved on the server" wide acts={<><CopyButton text={asText(records)}>Copy all as text</CopyButton><Button look="primary" onClick={onClose}>Close</Button></>}>
      <p className="muted">These changes are in this browser only. They stay until they are saved, or until you discard them.</p>
      {byArticle(records).map((group) => <Article key={group[0]?.place.assignmentId} {...{ outbox, group, onClose }} />)}
    </Dialog>
  );
}

function Article({ outbox, group, onClose }: { outbox: Outbox; group: readonly Kept[]; onClose: () => void }) {
  const [asked, setAsked] = useState(false);
  const [first] = group;
  if (first === undefined) return null;
  const { projectId, assignmentId } = first.place;
  return (
    <section className="sect">
      <h3><bdi>{first.title}</bdi></h3>
      <ul className="unsent">
        {group.map((one) => <li key={one.seq}><bdi>{wordsOf(one)}</bdi><span className="x12">{whyHere(one)}</span></li>)}
      </ul>
      <div className="wrap">
        <Button size="small" href={annotatePath(projectId, assignmentId)} onClick={onClose}>Open the article</Button>
        <CopyButton size="small" text={asText(group)}>Copy as text</CopyButton>
        {asked
          ? <Button size="small" look="danger" onClick={() => void outbox.discard(group)}>{group.length === 1 ? "Yes, discard it" : `Yes, discard ${group.length}`}</Button>
          : <Button size="small" look="quiet" onClick={() => setAsked(true)}>Discard…</Button>}
      </div>
    </section>
  );
}

function whyHere({ aside }: Kept): string {
  if (aside === null) return "Waits for the server";
  return aside.kind === "conflict" ? "Changed elsewhere: open the article to choose" : aside.sentence;
}
