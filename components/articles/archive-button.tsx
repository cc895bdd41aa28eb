"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ApiProblem, unwrap } from "@/components/api/client";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { articlesApi } from "./api";

/** Takes an article out of lists and queues, or brings it back. Its marks stay. */
export function ArchiveButton({ projectId, articleId, version, archived }: { projectId: string; articleId: string; version: number; archived: boolean }) {
  const router = useRouter();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const act = async () => {
    setBusy(true);
    try {
      await unwrap(articlesApi.projects[":projectId"].articles[":articleId"].archive.$post({ param: { projectId, articleId }, json: { version, archived: !archived } }));
      toast({ text: archived ? "It is back in the list." : "Archived. It is out of lists and queues; its marks stay." });
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      toast({ text: error.problem.detail });
    } finally {
      setBusy(false);
      router.refresh();
    }
  };
  return <Button busy={busy} onClick={() => void act()}>{archived ? "Bring it back" : "Archive"}</Button>;
}
