"use client";

import { hc } from "hono/client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { API, ApiProblem, clientOptions, unwrap } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import type { projects } from "@/lib/api/projects";
import type { Reveal } from "@/lib/projects/blinding";

const api = hc<typeof projects>(API, clientOptions).projects[":projectId"];

/** The reveal: what it does is said before it is done, since it is never taken back. */
export function RevealSection({ projectId, version, revealedAt, reveal: setting, sourceBlind }: { projectId: string; version: number; revealedAt: string | null; reveal: Reveal; sourceBlind: boolean }) {
  const router = useRouter();
  const t = useTranslations("settings.reveal");
  const toast = useToast();
  const never = setting === "never";
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const reveal = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await unwrap(api.reveal.$post({ param: { projectId }, json: { version } }));
      setOpen(false);
      toast({ text: t(sourceBlind ? "doneSources" : "done") });
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem.detail);
    } finally {
      setBusy(false);
      router.refresh();
    }
  };

  if (revealedAt !== null)
    return <section className="sect"><h2>{t("shown")}</h2><p className="muted">{t(sourceBlind ? "sinceSources" : "since", { day: revealedAt.slice(0, 10) })}</p></section>;
  return (
    <section className="sect">
      <h2>{t("title")}</h2>
      <p className="muted">{t(`until.${setting}`)}{sourceBlind && ` ${t("withSources")}`} {never && t("setNever")}</p>
      <div><Button disabled={never} onClick={() => setOpen(true)}>{t("ask")}</Button></div>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t("title")}
        acts={<><Button look="quiet" onClick={() => setOpen(false)}>{t("notYet")}</Button><Button look="primary" busy={busy} onClick={() => void reveal()}>{t(busy ? "acting" : "title")}</Button></>}
      >
        {problem && <Alert>{problem}</Alert>}
        <ul className="plain-list">
          <li>{t("marks")}</li>
          {sourceBlind && <li>{t("sources")}</li>}
          <li>{t("collected")}</li>
          <li>{t(sourceBlind ? "apartSources" : "apart")}</li>
        </ul>
        <p><b>{t("final")}</b></p>
      </Dialog>
    </section>
  );
}
