import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** There are no articles, or nobody to give them to. */
export function NothingToAssign({ projectId, articles }: { projectId: string; articles: number }) {
  return (
    <div className="page narrow">
      {articles === 0 ? (
        <EmptyState level={1} size="page" what="There is nothing to assign yet" why="Add articles first; then you say here who reads which." action={<Button look="primary" href={`/p/${projectId}/articles/new`}>Add articles</Button>} />
      ) : (
        <EmptyState level={1} size="page" what="There is nobody to assign to yet" why="Invite people first; then you say here who reads which article." action={<Button look="primary" href={`/p/${projectId}/people`}>Invite people</Button>} />
      )}
    </div>
  );
}
