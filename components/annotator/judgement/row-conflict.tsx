import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import type { RowConflict } from "../state/conflicts";
import type { RowChange } from "../state/model";
import type { AnnotatorSession } from "../state/session";

/** Something about the whole article changed elsewhere; the person chooses which stays. */
export function RowConflictChoice({ session, rowKey, conflict, say }: { session: AnnotatorSession; rowKey: string; conflict: RowConflict; say: (row: RowChange) => string }) {
  const t = useTranslations("whole");
  return (
    <span className="wrap x12 whole">
      {t("changed")}
      <Button size="small" onClick={() => session.settleRow(rowKey, "mine")}>{t("keep", { what: say(conflict.mine) })}</Button>
      <Button size="small" onClick={() => session.settleRow(rowKey, "theirs")}>{t("take", { what: say(conflict.theirs) })}</Button>
    </span>
  );
}
