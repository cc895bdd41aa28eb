import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { requestTranslator } from "@/components/words/request-words";
import type { Role } from "@/lib/projects/permissions";

type Where = { projectId: string; role: Role };

/** For an annotator before the reveal: nothing of anybody's work, in words that never change with it. */
export async function BeforeReveal({ projectId, never }: { projectId: string; never: boolean }) {
  const t = await requestTranslator("stance.empty");
  return (
    <div className="page">
      <EmptyState
        size="page"
        level={1}
        what={t(never ? "never" : "later")}
        why={t("until")}
        who={t(never ? "mayChange" : "reveals")}
        action={<Button look="primary" size="large" href={`/p/${projectId}/annotate`}>{t("yours")}</Button>}
      />
    </div>
  );
}

/** Before anybody has submitted. */
export async function NothingSubmitted({ projectId, role }: Where) {
  const t = await requestTranslator("stance.empty");
  const path = role === "annotator" ? "annotate" : "articles";
  return (
    <div className="page">
      <EmptyState
        size="page"
        level={1}
        what={t("noWork")}
        why={t("noWorkWhy")}
        who={t(role === "coordinator" ? "assign" : "wait")}
        action={<Button look="primary" size="large" href={`/p/${projectId}/${path}`}>{t("articles")}</Button>}
      />
    </div>
  );
}

/** A project in which nothing can be about anything yet. */
export async function NoTargets({ projectId, role }: Where) {
  const t = await requestTranslator("stance.empty");
  const mayAdd = role === "coordinator";
  return (
    <div className="page">
      <EmptyState
        size="page"
        level={1}
        what={t("noTargets")}
        why={t("noTargetsWhy")}
        who={t(mayAdd ? "nameFirst" : "theyName")}
        action={mayAdd ? <Button look="primary" size="large" href={`/p/${projectId}/targets`}>{t("name")}</Button> : undefined}
      />
    </div>
  );
}
