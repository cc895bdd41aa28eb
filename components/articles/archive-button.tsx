"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { ApiProblem, unwrap } from "@/components/api/client";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { articlesApi } from "./api";

/** Takes an article out of lists and queues, or brings it back. Its marks stay. */
export function ArchiveButton({ projectId, articleId, version, archived }: { projectId: string; articleId: string; version: number; archived: boolean }) {
  const router = useRouter();
  const toast = useToast();
  const t = useTranslations("articles.page");
  const [busy, setBusy] = useState(false);
  const act = async () => {
    setBusy(true);
    try {
      await unwrap(articlesApi.projects[":projectId"].articles[":articleId"].archive.$post({ param: { projectId, articleId }, json: { version, archived: !archived } }));
      toast({ text: t(archived ? "isBack" : "isArchived") });
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      toast({ text: error.problem.detail });
    } finally {
      setBusy(false);
      router.refresh();
    }
  };
  return <Button busy={busy} onClick={() => void act()}>{t(archived ? "bringBack" : "archive")}</Button>;
}
