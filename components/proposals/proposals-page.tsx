"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { useToast } from "@/components/ui/toast";
import type { ProposalPlace } from "@/lib/codebook/proposal";
import type { ProposalLine } from "./api";
import { ProposalsPanel } from "./proposals-panel";

/** Every proposal: what waits with what can be done about it, and what was decided lately. */
export function ProposalsPage({ projectId, waiting, decided, open, older, places, draft }: {
  projectId: string; waiting: readonly ProposalLine[]; decided: readonly ProposalLine[]; open: number; older: string | null; places: readonly ProposalPlace[];
  /** Null for those who may not write the codebook. */
  draft: { version: number | null } | null;
}) {
  const t = useTranslations("proposals");
  const router = useRouter();
  const toast = useToast();
  const base = `/p/${projectId}/codebook`;
  const refresh = () => router.refresh();
  const seen = draft && { version: draft.version, onTaken: () => toast({ text: t("taken"), act: { label: t("toDraft"), onAct: () => router.push(`${base}/edit`) } }) };
  return (
    <div className="page narrow">
      <PageHead title={t("title")} facts={t("facts", { open })} sub={t("sub")} />
      {waiting.length + decided.length === 0 && <EmptyState what={t("none")} why={t("noneWhy")} />}
      {waiting.length > 0 && <section className="sect"><h2>{t("waiting")}</h2><ProposalsPanel {...{ projectId, places }} label={t("waiting")} items={waiting} draft={seen} onDecided={refresh} /></section>}
      {decided.length > 0 && <section className="sect"><h2>{t("decided")}</h2><ProposalsPanel {...{ projectId, places }} label={t("decided")} items={decided} draft={null} onDecided={refresh} /></section>}
      {older !== null && <p><Button size="small" href={`${base}/proposals?after=${older}`}>{t("older")}</Button></p>}
    </div>
  );
}
