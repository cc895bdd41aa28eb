"use client";

import { Eye } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { LabelSet } from "@/lib/codebook/content";
import { LabelSetField } from "../labels/label-set-field";
import { answerKey } from "../state/model";
import type { AnnotatorSession } from "../state/session";
import { isReadOnly } from "../state/session-state";
import { useSession } from "../state/use-session";
import { RowConflictChoice } from "./row-conflict";

/** The answer to one question about the whole article. */
export function ArticleAnswer({ session, set, labelIds }: { session: AnnotatorSession; set: LabelSet; labelIds: readonly string[] }) {
  const readOnly = useSession(session, isReadOnly);
  const look = useSession(session, (state) => state.answerReviews.has(set.id));
  const conflict = useSession(session, (state) => state.rowConflicts.get(answerKey(set.id)));
  const { codebook } = session;
  const t = useTranslations("whole");
  return (
    <LabelSetField codebook={codebook} set={set} labelIds={labelIds} disabled={readOnly} onToggle={(labelId) => session.toggleAnswer(set, labelId)}>
      {look && (
        <span className="wrap x12">
          <span className="row"><Icon of={Eye} size="s" /> {t("otherMeaning")}</span>
          {!readOnly && <Button size="small" onClick={() => session.keepAnswer(set.id)}>{t("keepAnswer")}</Button>}
        </span>
      )}
      {conflict !== undefined && <RowConflictChoice session={session} rowKey={answerKey(set.id)} {...{ conflict }} say={(row) => (row.kind === "answer" ? codebook.carried(row.labelIds).map(({ label }) => label.name).join(", ") || t("none") : "")} />}
    </LabelSetField>
  );
}
