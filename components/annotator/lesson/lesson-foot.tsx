import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Foot } from "@/components/ui/foot";
import { useKeys } from "../keyboard/use-keys";
import { annotatePath } from "../panes/queue-pane";
import { SaveStatus } from "../panes/screen-foot";
import type { AnnotatorSession } from "../state/session";
import { isReadOnly } from "../state/session-state";
import { useSession } from "../state/use-session";

/** Where one is among the articles, how saving stands, and handing in. */
export function LessonFoot({ session, onSubmit }: { session: AnnotatorSession; onSubmit: () => void }) {
  const t = useTranslations("lessonMark");
  const { queue } = session.document;
  const keys = useKeys(session);
  const readOnly = useSession(session, isReadOnly);
  const submission = useSession(session, (state) => state.submission);
  const next = submission.step === "done" ? submission.nextId : queue.nextOpenId;
  const goOn = next === null ? <Button look="primary" href={`/p/${session.projectId}/lesson`}>{t("done")}</Button> : <Button look="primary" href={annotatePath(session.projectId, next)}>{t("next")}</Button>;
  const others = queue.items.filter(({ assignmentId }) => assignmentId !== session.document.assignment.id);
  return (
    <Foot acts={readOnly ? goOn : <Button look="primary" keys={keys.shown("submit")} aria-keyshortcuts={keys.aria("submit")} busy={submission.step === "sending"} onClick={onSubmit}>{t(submission.step === "sending" ? "handingIn" : "handIn")}</Button>}>
      <span className="x12">{t(readOnly ? "isIn" : "position", { n: queue.position, of: queue.total })}</span>
      {others.length > 0 && <nav className="lm-others" aria-label={t("others")}>{others.map((item) => <a key={item.assignmentId} className="link x12" href={annotatePath(session.projectId, item.assignmentId)}><span className="cut">{item.title}</span></a>)}</nav>}
      <SaveStatus session={session} />
      {submission.step === "refused" && <span className="x12 refused">{submission.sentence}</span>}
    </Foot>
  );
}
