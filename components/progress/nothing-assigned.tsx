import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { peopleOf } from "./words";

/** Before the first assignment. */
export function NothingAssigned({ projectId, isClass, mayAssign }: { projectId: string; isClass: boolean; mayAssign: boolean }) {
  return (
    <div className="page narrow">
      <EmptyState
        level={1}
        size="page"
        what="Nothing is assigned yet"
        why={`Once articles are assigned, this page shows how far each ${peopleOf(isClass).one} is, who waits for whom, and when the rest will be done.`}
        who={mayAssign ? undefined : "A coordinator assigns articles."}
        action={mayAssign ? <Button look="primary" href={`/p/${projectId}/articles`}>Open the articles</Button> : undefined}
      />
    </div>
  );
}
