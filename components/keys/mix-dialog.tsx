"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap, type Problem } from "@/components/api/client";
import { problemOf } from "@/components/articles/api";
import { practiceApi } from "@/components/practice/api";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import { newId } from "@/lib/kernel/id";

/** Puts an article with a key among the other articles of annotators, who cannot tell it from them. */
export function MixDialog({ projectId, articleId, annotators, onClose }: { projectId: string; articleId: string; annotators: readonly { id: string; name: string }[]; onClose: () => void }) {
  const router = useRouter();
  const toast = useToast();
  const t = useTranslations("keys.mix");
  const acts = useTranslations("acts");
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const chosen = annotators.filter((one) => !left.has(one.id));
  const toggle = (id: string) => setLeft((before) => new Set(before.has(id) ? [...before].filter((other) => other !== id) : [...before, id]));
  const mix = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const { added } = await unwrap(practiceApi.assignments.gold.$post({ param: { projectId }, json: { articleIds: [articleId], memberIds: chosen.map((one) => one.id), seed: newId() } }));
      toast({ text: added === 0 ? t("noneLeft") : t("done", { n: added }) });
      onClose();
      router.refresh();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={onClose} title={t("title")} acts={<><Button look="quiet" onClick={onClose}>{acts("cancel")}</Button><Button look="primary" busy={busy} disabled={chosen.length === 0} onClick={() => void mix()}>{busy ? t("acting") : t("act", { n: chosen.length })}</Button></>}>
      {problem && <Alert>{problem.detail}</Alert>}
      <p>{t("lead")}</p>
      {annotators.length === 0 ? <p className="muted">{t("nobody")}</p> : (
        <ul className="pick-list" aria-label={t("annotators")}>{annotators.map((one) => <li key={one.id}><Checkbox label={one.name} checked={!left.has(one.id)} onChange={() => toggle(one.id)} /></li>)}</ul>
      )}
    </Dialog>
  );
}
