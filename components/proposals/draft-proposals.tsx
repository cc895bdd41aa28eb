"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap } from "@/components/api/client";
import { problemOf } from "@/components/codebook/api";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import type { CodebookContent } from "@/lib/codebook/content";
import { placesOf } from "@/lib/codebook/proposal";
import { proposalsApi, type ProposalLine } from "./api";
import { ProposalsPanel } from "./proposals-panel";

/** What waits, over the draft that is being written: taking one changes the draft on the screen. */
export function DraftProposals({ projectId, version, content, onDraft, onClose }: { projectId: string; version: number; content: CodebookContent; onDraft: (draft: { version: number; content: CodebookContent }) => void; onClose: () => void }) {
  const t = useTranslations("proposals");
  const acts = useTranslations("acts");
  const [items, setItems] = useState<readonly ProposalLine[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    void unwrap(proposalsApi.$get({ param: { projectId }, query: { state: "open" } })).then(
      (page) => setItems(page.items),
      (error: unknown) => setProblem(problemOf(error).detail),
    );
  }, [projectId, asked]);
  return (
    <Dialog open wide onClose={onClose} title={t("title")} acts={<Button onClick={onClose}>{acts("close")}</Button>}>
      {problem !== null && <Alert>{problem}</Alert>}
      {items === null && problem === null && <Skeleton label={t("title")} />}
      {items?.length === 0 && <EmptyState level={3} what={t("none")} why={t("noneWhy")} />}
      {items !== null && items.length > 0 && <ProposalsPanel projectId={projectId} items={items} places={placesOf(content)} label={t("waiting")} draft={{ version, onTaken: onDraft }} onDecided={() => setAsked(asked + 1)} />}
    </Dialog>
  );
}
