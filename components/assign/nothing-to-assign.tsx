import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { requestTranslator } from "@/components/words/request-words";

/** There are no articles, or nobody to give them to. */
export async function NothingToAssign({ projectId, articles }: { projectId: string; articles: number }) {
  const t = await requestTranslator("assign.nothing");
  return (
    <div className="page narrow">
      {articles === 0 ? (
        <EmptyState level={1} size="page" what={t("noArticles")} why={t("noArticlesWhy")} action={<Button look="primary" href={`/p/${projectId}/articles/new`}>{t("add")}</Button>} />
      ) : (
        <EmptyState level={1} size="page" what={t("nobody")} why={t("nobodyWhy")} action={<Button look="primary" href={`/p/${projectId}/people`}>{t("invite")}</Button>} />
      )}
    </div>
  );
}
