import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { requestTranslator } from "@/components/words/request-words";

/** For an annotator before the reveal: when coverage can be compared, in words that never change with anybody's work. */
export async function BeforeComparing({ projectId, never }: { projectId: string; never: boolean }) {
  const t = await requestTranslator("compare.before");
  return (
    <div className="page">
      <EmptyState
        size="page"
        level={1}
        what={t(never ? "never" : "later")}
        why={t("why")}
        who={t(never ? "mayChange" : "reveals")}
        action={<Button look="primary" size="large" href={`/p/${projectId}/annotate`}>{t("yours")}</Button>}
      />
    </div>
  );
}
