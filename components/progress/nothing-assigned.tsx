import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { requestTranslator } from "@/components/words/request-words";

/** Before the first assignment. */
export async function NothingAssigned({ projectId, isClass, mayAssign }: { projectId: string; isClass: boolean; mayAssign: boolean }) {
  const t = await requestTranslator("progress.nothing");
  return (
    <div className="page narrow">
      <EmptyState
        level={1}
        size="page"
        what={t("what")}
        why={t(isClass ? "why.class" : "why.study")}
        who={mayAssign ? undefined : t("who")}
        action={mayAssign ? <Button look="primary" href={`/p/${projectId}/articles`}>{t("open")}</Button> : undefined}
      />
    </div>
  );
}
