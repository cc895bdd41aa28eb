"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { EmptyState } from "@/components/ui/empty-state";
import type { CodebookContent } from "@/lib/codebook/content";

/** Somebody else published the draft or threw it away while it was being written here. What was written can be taken along. */
export function DraftGone({ projectId, content }: { projectId: string; content: CodebookContent }) {
  const t = useTranslations("codebookEdit.gone");
  return (
    <div className="page">
      <EmptyState
        size="page" level={1} what={t("what")}
        why={t("why")}
        action={<span className="wrap"><CopyButton text={JSON.stringify(content, null, 2)}>{t("copy")}</CopyButton><Button look="primary" href={`/p/${projectId}/codebook`}>{t("back")}</Button></span>}
      />
    </div>
  );
}
