import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import type { Translator } from "@/components/words/words";
import { annotatePath } from "../panes/queue-pane";
import { byArticle } from "./look";
import type { Outbox } from "./outbox";
import { asText, type Kept, wordsOf } from "./record";

/** Every change that is in this browser only, with its words, why it is still here, and what can be done. */
export function UnsentDialog({ outbox, records, open, onClose }: { outbox: Outbox; records: readonly Kept[]; open: boolean; onClose: () => void }) {
  const t = useTranslations("unsent");
  const act = useTranslations("acts");
  const was = useTranslations("unsent.was");
  return (
    <Dialog open={open} onClose={onClose} title={t("dialog.title")} wide acts={<><CopyButton text={asText(records, was)}>{t("dialog.copyAll")}</CopyButton><Button look="primary" onClick={onClose}>{act("close")}</Button></>}>
      <p className="muted">{t("dialog.sub")}</p>
      {byArticle(records).map((group) => <Article key={group[0]?.place.assignmentId} {...{ outbox, group, onClose }} />)}
    </Dialog>
  );
}

function Article({ outbox, group, onClose }: { outbox: Outbox; group: readonly Kept[]; onClose: () => void }) {
  const [asked, setAsked] = useState(false);
  const t = useTranslations("unsent.dialog");
  const was = useTranslations("unsent.was");
  const [first] = group;
  if (first === undefined) return null;
  const { projectId, assignmentId } = first.place;
  return (
    <section className="sect">
      <h3><bdi>{first.title}</bdi></h3>
      <ul className="unsent">
        {group.map((one) => <li key={one.seq}><bdi>{wordsOf(one, was)}</bdi><span className="x12">{whyHere(one, t)}</span></li>)}
      </ul>
      <div className="wrap">
        <Button size="small" href={annotatePath(projectId, assignmentId)} onClick={onClose}>{t("open")}</Button>
        <CopyButton size="small" text={asText(group, was)}>{t("copy")}</CopyButton>
        {asked
          ? <Button size="small" look="danger" onClick={() => void outbox.discard(group)}>{t("confirm", { n: group.length })}</Button>
          : <Button size="small" look="quiet" onClick={() => setAsked(true)}>{t("discard")}</Button>}
      </div>
    </section>
  );
}

function whyHere({ aside }: Kept, t: Translator<"unsent.dialog">): string {
  if (aside === null) return t("waits");
  return aside.kind === "conflict" ? t("conflict") : aside.sentence;
}
