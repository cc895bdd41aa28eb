import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { Role } from "@/lib/projects/permissions";

type Where = { projectId: string; role: Role };

/** For an annotator before the reveal: nothing of anybody's work, in words that never change with it. */
export function BeforeReveal({ projectId, never }: { projectId: string; never: boolean }) {
  return (
    <div className="page">
      <EmptyState
        size="page"
        level={1}
        what={never ? "Figures are not shown to annotators here" : "Figures are shown when the coordinator reveals"}
        why="Until then you see your own marks only, so that nobody’s reading is led by another’s."
        who={never ? "The coordinator of this project can change that." : "The coordinator reveals everybody’s submitted work to everybody, once, when the work is done."}
        action={<Button look="primary" size="large" href={`/p/${projectId}/annotate`}>To your articles</Button>}
      />
    </div>
  );
}

/** Before anybody has submitted. */
export function NothingSubmitted({ projectId, role }: Where) {
  const path = role === "annotator" ? "annotate" : "articles";
  return (
    <div className="page">
      <EmptyState
        size="page"
        level={1}
        what="No submitted work yet"
        why="Figures count submitted articles only: work in progress may still change, and would tell annotators what others think."
        who={role === "coordinator" ? "Assign articles to annotators; their figures appear here as soon as the first one is submitted." : "The figures appear here as soon as an annotator submits the first article."}
        action={<Button look="primary" size="large" href={`/p/${projectId}/${path}`}>To the articles</Button>}
      />
    </div>
  );
}

/** A project in which nothing can be about anything yet. */
export function NoTargets({ projectId, role }: Where) {
  const mayAdd = role === "coordinator";
  return (
    <div className="page">
      <EmptyState
        size="page"
        level={1}
        what="No targets yet"
        why="A figure says how an outlet frames a target: a person, a group or an issue."
        who={mayAdd ? "Name the first one; annotators then mark and judge toward it." : "The coordinator names them."}
        action={mayAdd ? <Button look="primary" size="large" href={`/p/${projectId}/targets`}>Name a target</Button> : undefined}
      />
    </div>
  );
}
